// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/addfolderdialog.h"

#include "ui/common/buttons.h"
#include "ui/common/textlabel.h"

#include <QCompleter>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kFieldWidth = 360;

} // namespace

AddFolderDialog::AddFolderDialog(const QStringList& clients, QWidget* parent)
    : QDialog(parent)
    , m_folder(new QLineEdit(this))
    , m_client(new QLineEdit(this))
    , m_choose(makeButton(tr("Choose"), ButtonKind::Secondary, QStringLiteral("folder"), this))
    , m_add(makeButton(tr("Add the folder"), ButtonKind::Primary, QString(), this))
{
    setObjectName(QStringLiteral("addFolderDialog"));
    setWindowTitle(tr("Add a folder"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_folder->setObjectName(QStringLiteral("addFolderPath"));
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->setMinimumWidth(kFieldWidth);
    m_client->setObjectName(QStringLiteral("addFolderClient"));
    m_client->setAccessibleName(tr("Client"));
    m_client->setPlaceholderText(tr("No client"));
    m_choose->setObjectName(QStringLiteral("addFolderChoose"));
    m_choose->setAutoDefault(false);
    m_add->setObjectName(QStringLiteral("addFolderAdd"));
    m_add->setDefault(true);
    m_add->setEnabled(false);
    buildForm(clients);
    connect(m_folder, &QLineEdit::textChanged, this,
            [this](const QString& path) { m_add->setEnabled(QFileInfo(path.trimmed()).isDir()); });
    connect(m_choose, &QPushButton::clicked, this, &AddFolderDialog::chooseFolder);
    connect(m_add, &QPushButton::clicked, this, &AddFolderDialog::add);
}

void AddFolderDialog::buildForm(const QStringList& clients)
{
    auto* completer = new QCompleter(clients, m_client);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_client->setCompleter(completer);
    auto* words =
        new TextLabel(tr("Its images, sub-folders and what arrives later are taken in. Your files are "
                         "never changed, moved or deleted."),
                      TextStyle::Second, Token::Text2, this);
    words->setWordWrap(true);
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addWidget(new TextLabel(tr("Folder"), TextStyle::Body, Token::Text2, this), 0, 0);
    form->addWidget(m_folder, 0, 1);
    form->addWidget(m_choose, 0, 2);
    form->addWidget(new TextLabel(tr("Client"), TextStyle::Body, Token::Text2, this), 1, 0);
    form->addWidget(m_client, 1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addWidget(new TextLabel(tr("Add a folder"), TextStyle::Section, Token::Text, this));
    column->addLayout(form);
    column->addWidget(words);
    column->addWidget(m_add, 0, Qt::AlignRight);
}

void AddFolderDialog::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Choose a folder"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void AddFolderDialog::add()
{
    emit folderChosen(m_folder->text().trimmed(), m_client->text().trimmed());
    close();
}

} // namespace assay
