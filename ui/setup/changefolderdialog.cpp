// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/changefolderdialog.h"

#include "ui/common/buttons.h"
#include "ui/common/textlabel.h"
#include "ui/setup/folderrulesform.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace assay {

ChangeFolderDialog::ChangeFolderDialog(const FollowedFolder& folder, const QStringList& clients,
                                       QWidget* parent)
    : QDialog(parent)
    , m_rules(new FolderRulesForm(QStringLiteral("changeFolder"), clients, this))
    , m_use(makeButton(tr("Use from now on"), ButtonKind::Primary, QString(), this))
{
    setObjectName(QStringLiteral("changeFolderDialog"));
    setWindowTitle(tr("Change a folder"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_use->setObjectName(QStringLiteral("changeFolderUse"));
    m_use->setDefault(true);
    m_rules->setSettings({folder.root.client, folder.rules});
    auto* title = new TextLabel(folder.root.name, TextStyle::Section, Token::Text, this);
    title->setElideMode(Qt::ElideMiddle);
    auto* words = new TextLabel(tr("Images that are in the workspace stay as they are. The folder is looked "
                                   "through again for what is taken now."),
                                TextStyle::Second, Token::Text2, this);
    words->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addWidget(title);
    column->addWidget(m_rules);
    column->addWidget(words);
    column->addWidget(m_use, 0, Qt::AlignRight);
    connect(m_rules, &FolderRulesForm::changed, this, [this] { m_use->setEnabled(m_rules->isValid()); });
    connect(m_use, &QPushButton::clicked, this, &ChangeFolderDialog::use);
}

void ChangeFolderDialog::setExamples(const QStringList& relativePaths)
{
    m_rules->setExamples(relativePaths);
}

void ChangeFolderDialog::use()
{
    emit settingsChosen(m_rules->settings());
    close();
}

} // namespace assay
