// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/trendsfilter.h"

#include "app/report/figures.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/textlabel.h"
#include "ui/common/tooltip.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSettings>

namespace assay {

namespace {

constexpr std::array<int, 4> kRanges{13, 26, 52, 0}; ///< 0: all
constexpr int kSmallRange = 0;
constexpr int kFullRange = 1;
constexpr int kBoxWidth = 132;
constexpr int kSmallBoxWidth = 118;

const QLatin1String kWeeksKey("trends/weeks");

struct BoxWords
{
    Dimension dimension;
    const char* objectName;
    const char* key;
    const char* name;
    const char* all;
    const char* none; ///< for an empty name
};

constexpr std::array<BoxWords, 3> kBoxes{
    {{Dimension::Client, "clientFilter", "trends/client", QT_TRANSLATE_NOOP("assay::TrendsFilter", "Client"),
      QT_TRANSLATE_NOOP("assay::TrendsFilter", "All clients"),
      QT_TRANSLATE_NOOP("assay::TrendsFilter", "No client")},
     {Dimension::Model, "modelFilter", "trends/model", QT_TRANSLATE_NOOP("assay::TrendsFilter", "Model"),
      QT_TRANSLATE_NOOP("assay::TrendsFilter", "All models"),
      QT_TRANSLATE_NOOP("assay::TrendsFilter", "Model unknown")},
     {Dimension::Template, "templateFilter", "trends/template",
      QT_TRANSLATE_NOOP("assay::TrendsFilter", "Template"),
      QT_TRANSLATE_NOOP("assay::TrendsFilter", "All templates"),
      QT_TRANSLATE_NOOP("assay::TrendsFilter", "No template")}}};

const BoxWords& wordsOf(Dimension dimension)
{
    return kBoxes[size_t(dimension)];
}

QString choiceText(Dimension dimension, const QString& name)
{
    return name.isEmpty() ? TrendsFilter::tr(wordsOf(dimension).none) : plainLine(name);
}

} // namespace

TrendsFilter::TrendsFilter(QSettings* settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_name(new TextLabel(tr("Trends"), TextStyle::Title, Token::Text, this))
    , m_scopeLabel(new TextLabel(TextStyle::TitleRegular, Token::Text2, this))
    , m_weeks(new SegmentedControl(this))
{
    m_scopeLabel->setObjectName(QStringLiteral("trendsScope"));
    m_scopeLabel->setElideMode(Qt::ElideRight);
    for (const BoxWords& words : kBoxes) {
        if (settings->contains(QLatin1String(words.key)))
            chosen(words.dimension) = settings->value(QLatin1String(words.key)).toString();
        auto* box = new QComboBox(this);
        m_boxes[size_t(words.dimension)] = box;
        box->setObjectName(QLatin1String(words.objectName));
        box->setAccessibleName(tr(words.name));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setFixedWidth(kBoxWidth);
        connect(box, &QComboBox::activated, this, [this, box, dimension = words.dimension](int row) {
            const QVariant name = box->itemData(row);
            choose(dimension, name.isValid() ? std::optional(name.toString()) : std::nullopt);
        });
    }
    m_weeks->setAccessibleName(tr("Weeks shown"));
    m_weeks->addSegment(tr("13 weeks"), QStringLiteral("weeks13"));
    m_weeks->addSegment(tr("26"), QStringLiteral("weeks26"));
    m_weeks->addSegment(tr("52"), QStringLiteral("weeks52"));
    m_weeks->addSegment(tr("All"), QStringLiteral("weeksAll"));
    const auto known = std::ranges::find(kRanges, settings->value(kWeeksKey, -1).toInt());
    m_isRangeChosen = known != kRanges.end();
    m_weeks->setCurrent(m_isRangeChosen ? int(known - kRanges.begin()) : kFullRange);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_name);
    row->setSpacing(0);
    row->addWidget(m_scopeLabel, 1);
    row->addSpacing(16);
    for (QComboBox* box : m_boxes) {
        row->addWidget(box);
        row->addSpacing(8);
    }
    row->addWidget(m_weeks);
    connect(m_weeks, &SegmentedControl::currentChanged, this, &TrendsFilter::chooseWeeks);
    setChoices({});
    setShown(m_view);
}

void TrendsFilter::setShown(const ViewFilter& view)
{
    m_shown = view;
    m_scopeLabel->setText(tr(", %1").arg(scope()));
    m_scopeLabel->setToolTip(plainToolTip(title()));
}

std::optional<int> TrendsFilter::weeks() const
{
    const int range = kRanges[size_t(m_weeks->current())];
    if (range == 0)
        return std::nullopt;
    return range;
}

void TrendsFilter::setChoices(const ViewChoices& choices)
{
    showChoices(Dimension::Client, choices.clients);
    showChoices(Dimension::Model, choices.models);
    showChoices(Dimension::Template, choices.templates);
}

void TrendsFilter::narrow(Dimension dimension, const QString& name)
{
    QComboBox* box = m_boxes[size_t(dimension)];
    box->setCurrentIndex(box->findData(name));
    choose(dimension, name);
}

void TrendsFilter::setView(const ViewFilter& view)
{
    if (view == m_view)
        return;
    for (const auto& [dimension, name] :
         {std::pair(Dimension::Client, view.client), std::pair(Dimension::Model, view.model),
          std::pair(Dimension::Template, view.templateName)}) {
        QComboBox* box = m_boxes[size_t(dimension)];
        box->setCurrentIndex(name ? box->findData(*name) : 0);
        remember(dimension, name);
    }
    emit viewChanged();
}

std::optional<QString>& TrendsFilter::chosen(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Client:
        return m_view.client;
    case Dimension::Model:
        return m_view.model;
    case Dimension::Template:
        return m_view.templateName;
    }
    Q_UNREACHABLE();
}

void TrendsFilter::showChoices(Dimension dimension, const QStringList& names)
{
    QComboBox* box = m_boxes[size_t(dimension)];
    const std::optional<QString>& kept = chosen(dimension);
    box->clear();
    box->addItem(tr(wordsOf(dimension).all));
    QStringList shown = names;
    if (kept && !shown.contains(*kept))
        shown += *kept;
    for (const QString& name : shown)
        box->addItem(choiceText(dimension, name), name);
    box->setCurrentIndex(kept ? int(shown.indexOf(*kept)) + 1 : 0);
}

void TrendsFilter::setSmall(bool isSmall)
{
    const TextStyle style = isSmall ? TextStyle::Section : TextStyle::Title;
    m_name->setTextStyle(style);
    m_scopeLabel->setTextStyle(isSmall ? TextStyle::Lead : TextStyle::TitleRegular);
    for (QComboBox* box : m_boxes)
        box->setFixedWidth(isSmall ? kSmallBoxWidth : kBoxWidth);
    if (m_isRangeChosen)
        return;
    const QSignalBlocker blocker(m_weeks);
    m_weeks->setCurrent(isSmall ? kSmallRange : kFullRange);
}

QString TrendsFilter::title() const
{
    return m_name->text() + m_scopeLabel->text();
}

void TrendsFilter::choose(Dimension dimension, const std::optional<QString>& name)
{
    if (chosen(dimension) == name)
        return;
    remember(dimension, name);
    emit viewChanged();
}

void TrendsFilter::remember(Dimension dimension, const std::optional<QString>& name)
{
    chosen(dimension) = name;
    const QLatin1String key(wordsOf(dimension).key);
    if (name)
        m_settings->setValue(key, *name);
    else
        m_settings->remove(key);
}

void TrendsFilter::chooseWeeks(int segment)
{
    m_isRangeChosen = true;
    m_settings->setValue(kWeeksKey, kRanges[size_t(segment)]);
    emit weeksChanged();
}

QString TrendsFilter::scope() const
{
    QStringList scope;
    for (const auto& [dimension, name] :
         {std::pair(Dimension::Client, m_shown.client), std::pair(Dimension::Model, m_shown.model),
          std::pair(Dimension::Template, m_shown.templateName)}) {
        if (name)
            scope += name->isEmpty() ? withinSentence(tr(wordsOf(dimension).none)) : plainLine(*name);
    }
    if (scope.isEmpty())
        return tr("all clients, models and templates");
    if (!m_shown.client)
        scope.prepend(tr("all clients"));
    return scope.join(tr(", "));
}

} // namespace assay
