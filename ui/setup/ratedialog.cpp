// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ratedialog.h"

#include "app/domain/ratelines.h"
#include "ui/common/buttons.h"
#include "ui/common/textlabel.h"
#include "ui/setup/ratemodel.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateTime>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace assay {

namespace {

constexpr int kFieldWidth = 300;

/// A decimal comma is a decimal point.
std::optional<qint64> priceOf(QString text)
{
    if (text.count(u',') == 1 && !text.contains(u'.'))
        text.replace(u',', u'.');
    return parsePrice(text);
}

} // namespace

RateDialog::RateDialog(const RateDialogRequest& request, QWidget* parent)
    : QDialog(parent)
    , m_request(request)
    , m_grid(new QGridLayout)
    , m_model(new QLineEdit(this))
    , m_price(new QLineEdit(this))
    , m_currency(new QLineEdit(this))
    , m_basis(new QComboBox(this))
    , m_from(new QLineEdit(this))
    , m_client(new QLineEdit(this))
    , m_words(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_add(makeButton(tr("Add the rate"), ButtonKind::Primary, QString(), this))
{
    setObjectName(QStringLiteral("rateDialog"));
    setWindowTitle(tr("Add a rate"));
    setAttribute(Qt::WA_DeleteOnClose);
    addFields();
    m_words->setObjectName(QStringLiteral("rateWords"));
    m_words->setWordWrap(true);
    m_add->setObjectName(QStringLiteral("rateAdd"));
    m_add->setDefault(true);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnMinimumWidth(1, kFieldWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addWidget(new TextLabel(tr("Add a rate"), TextStyle::Section, Token::Text, this));
    column->addLayout(m_grid);
    column->addWidget(m_words);
    column->addWidget(m_add, 0, Qt::AlignRight);
    connect(m_add, &QPushButton::clicked, this, &RateDialog::add);
    for (const QLineEdit* field : {m_model, m_price, m_currency, m_from, m_client})
        connect(field, &QLineEdit::textChanged, this, &RateDialog::check);
    check();
}

void RateDialog::addFields()
{
    m_model->setPlaceholderText(tr("flux-*, or * for every model"));
    m_price->setPlaceholderText(tr("0.04"));
    m_currency->setPlaceholderText(tr("EUR"));
    m_currency->setMaxLength(3);
    for (const RateBasis basis : {RateBasis::Image, RateBasis::Megapixel, RateBasis::GpuSecond})
        m_basis->addItem(rateBasisWord(basis), int(basis));
    m_from->setPlaceholderText(tr("Always; or a day: 2026-03-01"));
    m_client->setPlaceholderText(tr("Every client"));
    auto* completer = new QCompleter(m_request.clients, m_client);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_client->setCompleter(completer);
    addRow(tr("Models"), QStringLiteral("rateModel"), m_model);
    addRow(tr("Price"), QStringLiteral("ratePrice"), m_price);
    addRow(tr("Currency"), QStringLiteral("rateCurrency"), m_currency);
    addRow(tr("Price of"), QStringLiteral("rateBasis"), m_basis);
    addRow(tr("Valid from"), QStringLiteral("rateFrom"), m_from);
    addRow(tr("Client"), QStringLiteral("rateClient"), m_client);
}

void RateDialog::addRow(const QString& label, const QString& name, QWidget* field)
{
    const int row = m_grid->rowCount();
    field->setObjectName(name);
    field->setAccessibleName(label);
    m_grid->addWidget(new TextLabel(label, TextStyle::Body, Token::Text2, this), row, 0);
    m_grid->addWidget(field, row, 1);
}

QString RateDialog::read(Rate& rate) const
{
    rate.model = m_model->text().trimmed();
    rate.basis = RateBasis(m_basis->currentData().toInt());
    rate.client = m_client->text().trimmed();
    if (rate.model.isEmpty())
        return rateFaultSentence(RateFault::NoModel);
    const auto price = priceOf(m_price->text().trimmed());
    if (!price)
        return tr("Give the price as a number from 0 to a million, for example 0.04.");
    rate.price = {*price, m_currency->text().trimmed().toUpper()};
    const QString from = m_from->text().trimmed();
    const QDate day = QDate::fromString(from, Qt::ISODate);
    if (!from.isEmpty() && !day.isValid())
        return tr("Give the day as 2026-03-01, or nothing for always.");
    if (day.isValid())
        rate.validFrom = fromEpochMs(day.startOfDay(m_request.zone).toMSecsSinceEpoch());
    const auto fault = faultOf(rate, m_request.card);
    return fault ? rateFaultSentence(*fault) : QString();
}

void RateDialog::check()
{
    Rate rate;
    const QString sentence = read(rate);
    m_words->setText(sentence);
    m_add->setEnabled(sentence.isEmpty());
}

void RateDialog::add()
{
    Rate rate;
    if (!read(rate).isEmpty())
        return;
    emit rateChosen(rate);
    close();
}

} // namespace assay
