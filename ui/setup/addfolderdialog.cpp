// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/addfolderdialog.h"

#include "ui/common/buttons.h"
#include "ui/common/textlabel.h"
#include "ui/setup/folderrulesform.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace assay {

namespace {

constexpr int kFieldWidth = 360;

} // namespace

AddFolderDialog::AddFolderDialog(const QStringList& clients, QWidget* parent)
    : QDialog(parent)
    , m_folder(new QLineEdit(this))
    , m_rules(new FolderRulesForm(QStringLiteral("addFolder"), clients, this))
    , m_choose(makeButton(tr("Choose"), ButtonKind::Secondary, QStringLiteral("folder"), this))
    , m_add(makeButton(tr("Add the folder"), ButtonKind::Primary, QString(), this))
{
    setObjectName(QStringLiteral("addFolderDialog"));
    setWindowTitle(tr("Add a folder"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_folder->setObjectName(QStringLiteral("addFolderPath"));
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->setMinimumWidth(kFieldWidth);
    m_choose->setObjectName(QStringLiteral("addFolderChoose"));
    m_choose->setAutoDefault(false);
    m_add->setObjectName(QStringLiteral("addFolderAdd"));
    m_add->setDefault(true);
    m_add->setEnabled(false);
    buildForm();
    connect(m_folder, &QLineEdit::textChanged, this, &AddFolderDialog::check);
    connect(m_rules, &FolderRulesForm::changed, this, &AddFolderDialog::check);
    connect(m_choose, &QPushButton::clicked, this, &AddFolderDialog::chooseFolder);
    connect(m_add, &QPushButton::clicked, this, &AddFolderDialog::add);
}

void AddFolderDialog::buildForm()
{
    auto* words =
        new TextLabel(tr("Its images, sub-folders and what arrives later are taken in. Your files are "
                         "never changed, moved or deleted."),
                      TextStyle::Second, Token::Text2, this);
    words->setWordWrap(true);
    auto* place = new QHBoxLayout;
    place->setSpacing(12);
    place->addWidget(new TextLabel(tr("Folder"), TextStyle::Body, Token::Text2, this));
    place->addWidget(m_folder, 1);
    place->addWidget(m_choose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addWidget(new TextLabel(tr("Add a folder"), TextStyle::Section, Token::Text, this));
    column->addLayout(place);
    column->addWidget(m_rules);
    column->addWidget(words);
    column->addWidget(m_add, 0, Qt::AlignRight);
}

void AddFolderDialog::check()
{
    m_add->setEnabled(m_rules->isValid() && QFileInfo(m_folder->text().trimmed()).isDir());
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
    emit folderChosen(m_folder->text().trimmed(), m_rules->settings());
    close();
}

} // namespace assay
