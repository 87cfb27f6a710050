// SPDX-License-Identifier: GPL-3.0-or-later
// AddFolderDialog: which folder becomes an image root, whose images it holds and which of them are taken. GUI
// thread; never modal; deletes itself when closed. It adds nothing itself.
#pragma once

#include "app/store/rootsettings.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace assay {

class FolderRulesForm;

class AddFolderDialog : public QDialog
{
    Q_OBJECT

public:
    /// `clients` are suggested as one types.
    AddFolderDialog(const QStringList& clients, QWidget* parent);

signals:
    void folderChosen(const QString& folder, const assay::RootSettings& settings);

private:
    void buildForm();
    void chooseFolder();
    void check();
    void add();

    QLineEdit* m_folder;
    FolderRulesForm* m_rules;
    QPushButton* m_choose;
    QPushButton* m_add;
};

} // namespace assay
