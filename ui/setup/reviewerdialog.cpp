// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/reviewerdialog.h"

#include "ui/common/buttons.h"
#include "ui/common/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace assay {

ReviewerDialog::ReviewerDialog(const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_name(new QLineEdit(name, this))
    , m_use(makeButton(tr("Use this name"), ButtonKind::Primary, QString(), this))
{
    setObjectName(QStringLiteral("reviewerDialog"));
    setWindowTitle(tr("Reviewer"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setObjectName(QStringLiteral("reviewerName"));
    m_name->setAccessibleName(tr("Reviewer’s name"));
    m_name->setMaxLength(80);
    m_name->selectAll();
    m_use->setObjectName(QStringLiteral("reviewerUse"));
    m_use->setDefault(true);
    m_use->setEnabled(!name.isEmpty());

    auto* words =
        new TextLabel(tr("Your verdicts from now on are kept under this name. Earlier ones keep theirs."),
                      TextStyle::Second, Token::Text2, this);
    words->setWordWrap(true);
    words->setMinimumWidth(320);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addWidget(new TextLabel(tr("Who reviews?"), TextStyle::Section, Token::Text, this));
    column->addWidget(m_name);
    column->addWidget(words);
    column->addWidget(m_use, 0, Qt::AlignRight);

    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_use->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_use, &QPushButton::clicked, this, &ReviewerDialog::choose);
}

void ReviewerDialog::choose()
{
    emit nameChosen(m_name->text().trimmed());
    close();
}

} // namespace assay
