// SPDX-License-Identifier: GPL-3.0-or-later
// IntakeService: brings images and logs into the open workspace and watches its roots, in a thread of its own
// (idle priority). Lives in the GUI thread; its signals come there. New rows are announced by StoreWriter.
// The destructor stops the thread; what is stored stays, the rest is taken at the next start.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/imagefile.h"
#include "app/intake/importreport.h"
#include "app/intake/networkfolder.h"

#include <QHash>
#include <QObject>
#include <QThread>

#include <stop_token>

namespace assay {

class IntakeWorker;
class StoreWriter;

class IntakeService : public QObject
{
    Q_OBJECT

public:
    /// The writer outlives the service. Begins at once to watch the workspace's roots.
    IntakeService(StoreWriter& writer, const QString& workspacePath, Clock clock = systemClock());
    ~IntakeService() override;

    /// Imports folders, image files and logs. A folder becomes an image root (or belongs to one) and is
    /// watched from then on; a log is followed. `client` is for images that name none. Ends in finished().
    void importPaths(const QStringList& paths, const QString& client = {});

    /// Ends what importPaths asked for; what is stored stays.
    void cancel();

    /// How the folder of this root is followed, as far as it is.
    FollowedBy wayOf(ImageRootId root) const { return m_ways.value(root, FollowedBy::Notes); }

signals:
    void progressed(const assay::ImportProgress& progress);
    void finished(const assay::ImportReport& report);
    /// The workspace can't be read or written. Nothing is lost: the batch is tried again every two seconds.
    void problemFound(const assay::Error& error);
    /// The followed folders or their rules are others now, by whomever.
    void rootsChanged();
    /// A root's folder can't be reached; its images stay known. Told once, and again after rootReturned.
    void rootVanished(const assay::ImageRoot& root, assay::UtcTime since);
    void rootReturned(const assay::ImageRoot& root);
    /// wayOf() this root is another now.
    void wayChanged(const assay::ImageRoot& root);

private:
    QHash<ImageRootId, FollowedBy> m_ways;
    std::stop_source m_stop;
    QThread m_thread;
    IntakeWorker* m_worker; ///< deleted in its thread when that ends
};

} // namespace assay
