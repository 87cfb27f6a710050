// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/csvchoices.h"

#include "ui/common/textlabel.h"
#include "ui/setup/csvwords.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace assay {

namespace {

constexpr int kColumns = 4;
constexpr int kNotChosen = -1;
constexpr int kShortestCombo = 18;

template<typename Value>
void choose(QComboBox* combo, const std::optional<Value>& value)
{
    const QSignalBlocker blocker(combo);
    combo->setCurrentIndex(qMax(0, combo->findData(value ? int(*value) : kNotChosen)));
}

template<typename Value>
std::optional<Value> chosen(const QComboBox* combo)
{
    const int value = combo->currentData().toInt();
    return value == kNotChosen ? std::nullopt : std::optional(Value(value));
}

} // namespace

CsvChoices::CsvChoices(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_encoding(addCombo(tr("Encoding"), QStringLiteral("csvEncoding")))
    , m_separator(addCombo(tr("Separator"), QStringLiteral("csvSeparator")))
    , m_decimal(addCombo(tr("Decimal mark"), QStringLiteral("csvDecimal")))
    , m_order(addCombo(tr("Dates such as 3/4/2026"), QStringLiteral("csvDateOrder")))
    , m_zone(addCombo(tr("Time zone of the times"), QStringLiteral("csvZone")))
    , m_undated(addCombo(tr("Verdicts without a date"), QStringLiteral("csvUndated")))
    , m_currency(new QLineEdit(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_decimal->addItem(tr("Not chosen"), kNotChosen);
    m_decimal->addItem(tr("Point: 1,234.5"), int(DecimalMark::Point));
    m_decimal->addItem(tr("Comma: 1.234,5"), int(DecimalMark::Comma));
    m_order->addItem(tr("Not chosen"), kNotChosen);
    m_order->addItem(tr("Day first"), int(DateOrder::DayFirst));
    m_order->addItem(tr("Month first"), int(DateOrder::MonthFirst));
    m_undated->addItem(tr("Refused"), int(UndatedVerdict::Refused));
    m_undated->addItem(tr("Given when sent"), int(UndatedVerdict::AtSending));
    fillZones(zone);
    m_currency->setObjectName(QStringLiteral("csvCurrency"));
    m_currency->setPlaceholderText(tr("Not chosen, for example EUR"));
    m_currency->setMaxLength(3);
    place(tr("Currency of the costs"), m_currency);
    for (QComboBox* combo : {m_encoding, m_separator})
        connect(combo, &QComboBox::currentIndexChanged, this, &CsvChoices::formatChanged);
    for (QComboBox* combo : {m_decimal, m_order, m_zone, m_undated})
        connect(combo, &QComboBox::currentIndexChanged, this, &CsvChoices::choiceChanged);
    connect(m_currency, &QLineEdit::textChanged, this, &CsvChoices::choiceChanged);
}

QComboBox* CsvChoices::addCombo(const QString& label, const QString& name)
{
    auto* combo = new QComboBox(this);
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(kShortestCombo);
    place(label, combo);
    return combo;
}

/// Labels stand over their fields, four in a line.
void CsvChoices::place(const QString& label, QWidget* field)
{
    const int row = m_count / kColumns * 2;
    const int column = m_count % kColumns;
    ++m_count;
    field->setAccessibleName(label);
    m_grid->addWidget(new TextLabel(label, TextStyle::Label, Token::Text3, this), row, column);
    m_grid->addWidget(field, row + 1, column);
    m_grid->setColumnStretch(column, 1);
}

void CsvChoices::fillZones(const QTimeZone& zone)
{
    m_zone->addItem(tr("Not chosen"), QString());
    const auto add = [this](const QByteArray& id) {
        const QString name = QString::fromLatin1(id);
        if (m_zone->findData(name) < 0)
            m_zone->addItem(name, name);
    };
    add(zone.id());
    add("UTC");
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray& id : ids) {
        if (id.contains('/') && !id.startsWith("Etc/"))
            m_zone->addItem(QString::fromLatin1(id), QString::fromLatin1(id));
    }
}

void CsvChoices::setMapping(const CsvMapping& mapping, CsvEncoding detected, char separator)
{
    {
        const QSignalBlocker encodings(m_encoding);
        m_encoding->clear();
        m_encoding->addItem(tr("As found: %1").arg(csvEncodingWord(detected)), kNotChosen);
        for (const CsvEncoding encoding :
             {CsvEncoding::Utf8, CsvEncoding::Utf16Le, CsvEncoding::Utf16Be, CsvEncoding::Windows1252})
            m_encoding->addItem(csvEncodingWord(encoding), int(encoding));
        const QSignalBlocker separators(m_separator);
        m_separator->clear();
        m_separator->addItem(tr("As found: %1").arg(csvSeparatorWord(separator)), kNotChosen);
        for (const char mark : {',', ';', '\t', '|'})
            m_separator->addItem(csvSeparatorWord(mark), int(mark));
    }
    choose(m_encoding, mapping.encoding);
    choose(m_separator, mapping.separator);
    choose(m_decimal, mapping.decimal);
    choose(m_order, mapping.dateOrder);
    choose(m_undated, std::optional(mapping.undatedVerdicts));
    const QSignalBlocker zones(m_zone);
    if (!mapping.zone.isEmpty() && m_zone->findData(mapping.zone) < 0)
        m_zone->addItem(mapping.zone, mapping.zone);
    m_zone->setCurrentIndex(m_zone->findData(mapping.zone));
    const QSignalBlocker currencies(m_currency);
    m_currency->setText(mapping.currency);
}

CsvMapping CsvChoices::mapping() const
{
    CsvMapping mapping;
    mapping.encoding = chosen<CsvEncoding>(m_encoding);
    mapping.separator = chosen<char>(m_separator);
    mapping.decimal = chosen<DecimalMark>(m_decimal);
    mapping.dateOrder = chosen<DateOrder>(m_order);
    mapping.zone = m_zone->currentData().toString();
    const QString currency = m_currency->text().trimmed().toUpper();
    mapping.currency = currency.size() == 3 ? currency : QString();
    mapping.undatedVerdicts = chosen<UndatedVerdict>(m_undated).value_or(UndatedVerdict::Refused);
    return mapping;
}

} // namespace assay
