// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changedialog.h"

#include "app/report/comparisonwords.h"
#include "app/report/figures.h"
#include "ui/common/buttons.h"
#include "ui/common/textlabel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUuid>

namespace assay {

namespace {

constexpr int kFieldWidth = 300;

} // namespace

ChangeDialog::ChangeDialog(const ChangeDialogRequest& request, QWidget* parent)
    : QDialog(parent)
    , m_request(request)
    , m_grid(new QGridLayout)
    , m_kind(new QComboBox(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_at(new QDateTimeEdit(this))
    , m_client(new QComboBox(this))
    , m_note(new QLineEdit(this))
    , m_words(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_add(makeButton(tr("Add the change"), ButtonKind::Primary, QString(), this))
{
    setObjectName(QStringLiteral("changeDialog"));
    setWindowTitle(tr("Add a change"));
    setAttribute(Qt::WA_DeleteOnClose);
    for (const ChangeKind kind :
         {ChangeKind::Model, ChangeKind::Template, ChangeKind::Reference, ChangeKind::Other})
        m_kind->addItem(changeKindText(kind), int(kind));
    m_from->setPlaceholderText(tr("aurel-2; may be empty"));
    m_to->setPlaceholderText(tr("aurel-3"));
    m_at->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    // The field knows no zones: it holds the wall clock of the workspace's, which UTC leaves as it is.
    m_at->setTimeSpec(Qt::UTC);
    m_at->setCalendarPopup(true);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toEpochMs(request.clock()), request.zone);
    m_at->setDateTime(QDateTime(now.date(), now.time(), Qt::UTC));
    m_client->addItem(tr("All clients"), QString());
    for (const QString& client : request.clients) {
        if (!client.isEmpty())
            m_client->addItem(plainLine(client), client);
    }
    m_note->setPlaceholderText(tr("Why, and who says so"));
    addRow(tr("Kind"), QStringLiteral("changeKind"), m_kind);
    addRow(tr("From"), QStringLiteral("changeFrom"), m_from);
    addRow(tr("To"), QStringLiteral("changeTo"), m_to);
    addRow(tr("At, %1").arg(QString::fromUtf8(request.zone.id())), QStringLiteral("changeAt"), m_at);
    addRow(tr("Of"), QStringLiteral("changeClient"), m_client);
    addRow(tr("Note"), QStringLiteral("changeNote"), m_note);
    m_words->setObjectName(QStringLiteral("changeWords"));
    m_words->setWordWrap(true);
    m_add->setObjectName(QStringLiteral("changeAdd"));
    m_add->setDefault(true);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnMinimumWidth(1, kFieldWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addWidget(new TextLabel(tr("Add a change"), TextStyle::Section, Token::Text, this));
    column->addLayout(m_grid);
    column->addWidget(m_words);
    column->addWidget(m_add, 0, Qt::AlignRight);
    connect(m_add, &QPushButton::clicked, this, &ChangeDialog::add);
    for (const QLineEdit* field : {m_from, m_to, m_note})
        connect(field, &QLineEdit::textChanged, this, &ChangeDialog::check);
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, &ChangeDialog::check);
    check();
    m_to->setFocus();
}

void ChangeDialog::addRow(const QString& label, const QString& name, QWidget* field)
{
    const int row = m_grid->rowCount();
    field->setObjectName(name);
    field->setAccessibleName(label);
    m_grid->addWidget(new TextLabel(label, TextStyle::Body, Token::Text2, this), row, 0);
    m_grid->addWidget(field, row, 1);
}

QString ChangeDialog::read(Change& change) const
{
    change.externalId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    change.kind = ChangeKind(m_kind->currentData().toInt());
    change.from = m_from->text().trimmed();
    change.to = m_to->text().trimmed();
    change.client = m_client->currentData().toString();
    change.note = m_note->text().trimmed();
    const QDateTime at(m_at->date(), m_at->time(), m_request.zone);
    change.at = fromEpochMs(at.toMSecsSinceEpoch());
    if (change.to.isEmpty() && change.from.isEmpty() && change.note.isEmpty())
        return tr("Say what changed: a name, or a note.");
    if (change.at > m_request.clock())
        return tr("That is still to come. Add the change once it is made.");
    return {};
}

void ChangeDialog::check()
{
    Change change;
    const QString fault = read(change);
    m_words->setText(fault.isEmpty() ? tr("It starts a new baseline in every view it touches.") : fault);
    m_add->setEnabled(fault.isEmpty());
}

void ChangeDialog::add()
{
    Change change;
    if (!read(change).isEmpty())
        return;
    m_add->setEnabled(false);
    emit changeEntered(change);
}

void ChangeDialog::setStored(const QString& problem)
{
    if (problem.isEmpty()) {
        close();
        return;
    }
    m_words->setText(problem);
    m_add->setEnabled(true);
}

} // namespace assay
