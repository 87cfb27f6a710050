// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/foldermodel.h"

#include "app/store/imageroots.h"
#include "app/store/rootrulesstore.h"
#include "ui/common/marks.h"
#include "ui/common/tooltip.h"

#include <QFileInfo>
#include <QGuiApplication>

namespace assay {

namespace {

constexpr int kMarkSide = 16;

QString rulesText(const RootRules& rules)
{
    QStringList parts;
    const QString comma = QStringLiteral(", ");
    if (!rules.include.isEmpty())
        parts << FolderModel::tr("only %1").arg(rules.include.join(comma));
    if (!rules.exclude.isEmpty())
        parts << FolderModel::tr("not %1").arg(rules.exclude.join(comma));
    if (!rules.pathPattern.isEmpty())
        parts << FolderModel::tr("places say %1").arg(rules.pathPattern);
    return parts.isEmpty() ? FolderModel::tr("everything") : parts.join(QStringLiteral("; "));
}

QString stateText(const FollowedFolder& folder)
{
    if (!folder.isReachable)
        return FolderModel::tr("Can’t be reached");
    switch (folder.way) {
    case FollowedBy::Notes:
        return FolderModel::tr("Followed");
    case FollowedBy::NetworkLooks:
        return FolderModel::tr("Followed, network folder");
    case FollowedBy::LimitedLooks:
        return FolderModel::tr("Followed, watch limit reached");
    }
    Q_UNREACHABLE();
}

/// The state and what it means for what arrives.
QString stateSentence(const FollowedFolder& folder)
{
    if (!folder.isReachable || folder.way == FollowedBy::Notes)
        return stateText(folder);
    if (folder.way == FollowedBy::NetworkLooks)
        return FolderModel::tr(
            "A network folder tells nothing of what arrives, so it is looked at every second.");
    return FolderModel::tr(
        "There are more folders than can be watched at once (a limit of Assay’s own or of the system, "
        "fs.inotify.max_user_watches), so they are looked at every second.");
}

QString textOf(const FollowedFolder& folder, int column)
{
    switch (column) {
    case FolderModel::NameColumn:
        return folder.root.name;
    case FolderModel::PlaceColumn:
        return folder.root.path;
    case FolderModel::ClientColumn:
        return folder.root.client.isEmpty() ? FolderModel::tr("No client") : folder.root.client;
    case FolderModel::RulesColumn:
        return rulesText(folder.rules);
    default:
        return stateText(folder);
    }
}

} // namespace

Result<QList<FollowedFolder>> readFolders(const Database& database)
{
    const auto roots = ImageRoots(database).all();
    if (!roots)
        return roots.error();
    const auto rules = RootRulesStore(database).all();
    if (!rules)
        return rules.error();
    QList<FollowedFolder> folders;
    for (const ImageRoot& root : *roots) {
        const auto found = rules->find(root.id);
        folders.append({root, found == rules->end() ? RootRules() : found->second,
                        QFileInfo(root.path).isDir(), FollowedBy::Notes});
    }
    return folders;
}

FolderModel::FolderModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void FolderModel::setFolders(const QList<FollowedFolder>& folders)
{
    beginResetModel();
    m_folders = folders;
    endResetModel();
}

int FolderModel::rowOf(ImageRootId root) const
{
    for (int row = 0; row < int(m_folders.size()); ++row) {
        if (m_folders[row].root.id == root)
            return row;
    }
    return -1;
}

int FolderModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_folders.size());
}

int FolderModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FolderModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FollowedFolder& folder = m_folders[index.row()];
    const bool isState = index.column() == StateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(folder, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(isState ? stateSentence(folder) : textOf(folder, index.column()));
    case Qt::DecorationRole:
        return isState ? markPixmap(folder.isReachable ? Mark::InBand : Mark::Broken, kMarkSide,
                                    qGuiApp->devicePixelRatio())
                       : QVariant();
    case Qt::ForegroundRole:
        return isState && !folder.isReachable ? colour(Token::Bad) : QVariant();
    default:
        return {};
    }
}

QVariant FolderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Folder");
    case PlaceColumn:
        return tr("Place");
    case ClientColumn:
        return tr("Client");
    case RulesColumn:
        return tr("What is taken");
    default:
        return tr("State");
    }
}

} // namespace assay
