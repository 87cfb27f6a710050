// SPDX-License-Identifier: GPL-3.0-or-later
// AddFolderDialog: which folder becomes an image root, and whose images it holds. GUI thread; never modal;
// deletes itself when closed. It adds nothing itself.
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace assay {

class AddFolderDialog : public QDialog
{
    Q_OBJECT

public:
    /// `clients` are suggested as one types.
    AddFolderDialog(const QStringList& clients, QWidget* parent);

signals:
    /// `client` is empty for images of no client.
    void folderChosen(const QString& folder, const QString& client);

private:
    void buildForm(const QStringList& clients);
    void chooseFolder();
    void add();

    QLineEdit* m_folder;
    QLineEdit* m_client;
    QPushButton* m_choose;
    QPushButton* m_add;
};

} // namespace assay
