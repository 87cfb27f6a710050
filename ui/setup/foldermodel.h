// SPDX-License-Identifier: GPL-3.0-or-later
// FolderModel: the folders that a workspace follows as rows: name, place, client, what is taken, state. GUI
// thread. It reads nothing itself.
#pragma once

#include "app/intake/networkfolder.h"
#include "app/store/rootsettings.h"

#include <QAbstractTableModel>

namespace assay {

struct FollowedFolder
{
    ImageRoot root;
    RootRules rules;
    bool isReachable = true;
    FollowedBy way = FollowedBy::Notes;

    bool operator==(const FollowedFolder&) const = default;
};

/// All folders of the workspace, but for how they are followed. Looks whether each can be reached, which
/// takes time on a lost network.
Result<QList<FollowedFolder>> readFolders(const Database& database);

class FolderModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, PlaceColumn, ClientColumn, RulesColumn, StateColumn, ColumnCount };

    explicit FolderModel(QObject* parent = nullptr);

    void setFolders(const QList<FollowedFolder>& folders);
    const QList<FollowedFolder>& folders() const { return m_folders; }
    int rowOf(ImageRootId root) const; ///< -1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<FollowedFolder> m_folders;
};

} // namespace assay
