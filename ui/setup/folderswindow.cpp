// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/folderswindow.h"

#include "app/store/imagerows.h"
#include "app/store/storewriter.h"
#include "ui/common/emptystate.h"
#include "ui/common/problem.h"
#include "ui/setup/changefolderdialog.h"

#include <QPointer>
#include <QPushButton>
#include <QTableView>

namespace assay {

namespace {

constexpr int kExamples = 3;

ListWords listWords()
{
    return {FoldersWindow::tr("Folders"),
            FoldersWindow::tr("What is in these folders and what arrives later is taken in. Your files are "
                              "never changed, moved or deleted."),
            QStringLiteral("folder"), FoldersWindow::tr("No folder is followed yet"),
            FoldersWindow::tr("Add one: its images are taken in at once, and each new one within seconds.")};
}

} // namespace

FoldersWindow::FoldersWindow(const FoldersRequest& request, QWidget* parent)
    : ListWindow(QStringLiteral("folders"), listWords(), parent)
    , m_request(request)
    , m_model(new FolderModel(this))
    , m_reader(request.workspacePath)
{
    buildButtons();
    setModel(m_model, FolderModel::PlaceColumn);
    table()->setTextElideMode(Qt::ElideMiddle);
    currentRowChanged();
    reload();
}

void FoldersWindow::buildButtons()
{
    m_change = addButton(tr("Change…"), QStringLiteral("foldersChange"), [this] { change(); });
    addButton(tr("Add a folder…"), QStringLiteral("foldersAdd"), [this] { emit addFolderRequested(); });
    m_relink = addButton(tr("It has moved…"), QStringLiteral("foldersRelink"), [this] {
        if (const FollowedFolder* folder = current())
            emit relinkRequested(folder->root);
    });
    m_stop = addButton(tr("Stop following"), QStringLiteral("foldersStop"), [this] { stopFollowing(); });
    QPushButton* first = emptyState()->addPrimaryAction(tr("Add a folder…"), QStringLiteral("folder"));
    first->setObjectName(QStringLiteral("foldersAddFirst"));
    connect(first, &QPushButton::clicked, this, &FoldersWindow::addFolderRequested);
}

void FoldersWindow::reload()
{
    m_reader.ask<QList<FollowedFolder>>(
        readFolders, [this](const Result<QList<FollowedFolder>>& folders) { showFolders(folders); });
}

void FoldersWindow::showFolders(const Result<QList<FollowedFolder>>& folders)
{
    if (!folders) {
        showProblem(describe(folders.error(), Attempt::OpenWorkspace));
        return;
    }
    const FollowedFolder* before = current();
    const ImageRootId same = before ? before->root.id : ImageRootId{};
    QList<FollowedFolder> shown = *folders;
    for (FollowedFolder& folder : shown)
        folder.way = m_request.way(folder.root.id);
    m_model->setFolders(shown);
    setCurrentRow(std::max(0, m_model->rowOf(same)));
}

const FollowedFolder* FoldersWindow::current() const
{
    const int row = currentRow();
    return row >= 0 && row < int(m_model->folders().size()) ? &m_model->folders()[row] : nullptr;
}

void FoldersWindow::currentRowChanged()
{
    for (QPushButton* button : {m_change, m_relink, m_stop})
        button->setEnabled(current() != nullptr);
}

void FoldersWindow::change()
{
    const FollowedFolder* folder = current();
    if (!folder)
        return;
    const ImageRootId root = folder->root.id;
    const QPointer dialog = new ChangeFolderDialog(*folder, m_request.clients(), this);
    connect(dialog, &ChangeFolderDialog::settingsChosen, this, [this, root](const RootSettings& settings) {
        store([root, settings](const Database& database) { return changeRoot(database, root, settings); });
    });
    m_reader.ask<QStringList>(
        [root](const Database& database) { return ImageRows(database).somePaths(root, kExamples); },
        [dialog](const Result<QStringList>& paths) {
            if (dialog && paths)
                dialog->setExamples(*paths);
        });
    dialog->show();
}

void FoldersWindow::stopFollowing()
{
    const FollowedFolder* chosen = current();
    if (!chosen)
        return;
    const FollowedFolder folder = *chosen;
    store([root = folder.root.id, now = m_request.clock()](
              const Database& database) { return assay::stopFollowing(database, root, now); },
          [this, folder] {
              banner()->showMessage(Banner::Kind::Note,
                                    tr("%1 is not followed any more.").arg(folder.root.name),
                                    tr("Its images stay in the workspace with their verdicts."));
              QPushButton* again =
                  banner()->addButton(tr("Follow it again"), ButtonKind::Small, QStringLiteral("undo"));
              again->setObjectName(QStringLiteral("foldersFollowAgain"));
              connect(again, &QPushButton::clicked, this, [this, folder] { followAgain(folder); });
          });
}

void FoldersWindow::followAgain(const FollowedFolder& folder)
{
    store([folder, now = m_request.clock()](const Database& database) -> Result<void> {
        const auto root = followFolder(database, folder.root.path, {folder.root.client, folder.rules}, now);
        return root ? Result<void>() : Result<void>(root.error());
    });
}

void FoldersWindow::store(std::function<Result<void>(const Database&)> job, std::function<void()> then)
{
    const auto storing = m_request.writer.run<void>(StoreWriter::Priority::Urgent, std::move(job));
    whenFinished(storing, this, [this, then = std::move(then)](const Result<void>& stored) {
        if (!stored) {
            showProblem(describe(stored.error(), Attempt::ReadFolder));
            return;
        }
        banner()->hide();
        if (then)
            then();
        reload();
    });
}

} // namespace assay
