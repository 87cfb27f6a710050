// SPDX-License-Identifier: GPL-3.0-or-later
// FoldersWindow: the folders that the workspace follows: what each gives, whether it can be reached; add,
// change, relink, stop following. GUI thread. Changes go through the store; the intake notices them itself.
#pragma once

#include "app/base/clock.h"
#include "ui/common/listwindow.h"
#include "ui/common/workspacereader.h"
#include "ui/setup/foldermodel.h"

namespace assay {

class StoreWriter;

struct FoldersRequest
{
    QString workspacePath;
    StoreWriter& writer; ///< outlives the window
    Clock clock;
    std::function<QStringList()> clients; ///< names to suggest
    std::function<FollowedBy(ImageRootId)> way;
};

class FoldersWindow : public ListWindow
{
    Q_OBJECT

public:
    FoldersWindow(const FoldersRequest& request, QWidget* parent);

    /// The folders are others now, or can be reached, or can't.
    void reload();

signals:
    void addFolderRequested();
    void relinkRequested(const assay::ImageRoot& root);

protected:
    void currentRowChanged() override;

private:
    void buildButtons();
    void showFolders(const Result<QList<FollowedFolder>>& folders);
    const FollowedFolder* current() const;
    void change();
    void stopFollowing();
    void followAgain(const FollowedFolder& folder);
    void store(std::function<Result<void>(const Database&)> job, std::function<void()> then = {});

    FoldersRequest m_request;
    FolderModel* m_model;
    QPushButton* m_change = nullptr;
    QPushButton* m_relink = nullptr;
    QPushButton* m_stop = nullptr;
    WorkspaceReader m_reader; ///< goes first
};

} // namespace assay
