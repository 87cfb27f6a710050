// SPDX-License-Identifier: GPL-3.0-or-later
// ChangesPage: before and after every change of model, template or reference: the list, what may have been a
// change, and one comparison. GUI thread. Reads through a reader of its own, one comparison after the other,
// the current one first; never waited for. Changes are stored through the writer.
#pragma once

#include "app/metrics/changeproposal.h"
#include "ui/changes/changelistmodel.h"
#include "ui/common/workspacereader.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QAction;
class QListView;
class QStackedWidget;

namespace assay {

class Banner;
class ChangeDialog;
class ComparisonView;
class EmptyState;
class ProposalBox;
class StoreWriter;
class TextLabel;

struct ChangesServices
{
    QString workspacePath;
    StoreWriter& writer;
    Clock clock;
};

class ChangesPage : public QWidget
{
    Q_OBJECT

public:
    /// Starts reading at once. The services must outlive the page.
    explicit ChangesPage(const ChangesServices& services, QWidget* parent = nullptr);

    /// Reads and compares again; what was compared before is shown meanwhile.
    void reload();
    /// Reads again now, or when the page is shown.
    void workspaceChanged();
    void setReviewer(const QString& name) { m_reviewer = name; }

    QList<QAction*> menuActions() const { return actions(); }
    /// The page's part of the status bar; the page owns it until it is placed.
    QWidget* statusItem() const;

signals:
    void loaded();   ///< the list is there
    void compared(); ///< every change is
    void reviewWanted();
    /// The trends of that client, or of all.
    void trendsWanted(const std::optional<QString>& client);
    void changed(); ///< a change was stored: weeks are judged anew

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Content
    {
        QList<Change> changes;
        std::vector<ChangeProposal> proposals;
        QStringList clients;
        QTimeZone zone;
        bool hasImages = false;
    };

    void build();
    void addActions();
    static Result<Content> readContent(const Database& database);
    void showContent(const Result<Content>& content);
    void showCurrent();
    std::optional<Change> nextToCompare() const;
    void compareNext();
    void take(const QString& externalId, const Result<ChangeComparison>& comparison);
    void addChange();
    void store(std::function<Result<void>(const Database&)> job, ChangeDialog* dialog = nullptr);
    void showProblem(const Error& error);
    std::optional<Change> current() const;

    ChangesServices m_services;
    QString m_reviewer;
    Content m_content;
    QHash<QString, ChangeComparison> m_comparisons; ///< by external id; may be of the reading before
    QSet<QString> m_compared;                       ///< external ids, in this reading
    QString m_chosen;                               ///< external id of the current change
    int m_reading = 0;                              ///< which reading the answers belong to
    bool m_isComparing = false;
    bool m_isStale = false; ///< the workspace changed while the page was hidden
    ChangeListModel* m_model;
    Banner* m_banner;
    QStackedWidget* m_body;
    EmptyState* m_empty;
    ProposalBox* m_proposals;
    QListView* m_list;
    ComparisonView* m_comparison;
    TextLabel* m_status;
    WorkspaceReader m_reader;
};

} // namespace assay
