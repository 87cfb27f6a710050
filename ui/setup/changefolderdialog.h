// SPDX-License-Identifier: GPL-3.0-or-later
// ChangeFolderDialog: other settings for a folder that is followed. GUI thread; never modal; deletes itself
// when closed. It stores nothing.
#pragma once

#include "ui/setup/foldermodel.h"

#include <QDialog>

class QPushButton;

namespace assay {

class FolderRulesForm;

class ChangeFolderDialog : public QDialog
{
    Q_OBJECT

public:
    ChangeFolderDialog(const FollowedFolder& folder, const QStringList& clients, QWidget* parent);

    /// Relative paths of its images, to show what the rules would say about them.
    void setExamples(const QStringList& relativePaths);

signals:
    void settingsChosen(const assay::RootSettings& settings);

private:
    void use();

    FolderRulesForm* m_rules;
    QPushButton* m_use;
};

} // namespace assay
