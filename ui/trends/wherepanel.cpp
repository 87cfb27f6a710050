// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/wherepanel.h"

#include "app/report/figures.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/textlabel.h"
#include "ui/trends/movementrow.h"

#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace assay {

namespace {

/// More parts than these tell nothing that matters.
constexpr size_t kMostRows = 8;
/// Below it the legend takes two lines.
constexpr int kLegendRoom = 360;

struct DimensionWords
{
    Dimension dimension;
    const char* text;
    const char* name;
};

constexpr std::array<DimensionWords, 3> kDimensions{
    {{Dimension::Client, QT_TRANSLATE_NOOP("assay::WherePanel", "Client"), "byClient"},
     {Dimension::Model, QT_TRANSLATE_NOOP("assay::WherePanel", "Model"), "byModel"},
     {Dimension::Template, QT_TRANSLATE_NOOP("assay::WherePanel", "Template"), "byTemplate"}}};

bool isNarrowedTo(const ViewFilter& view, Dimension dimension)
{
    switch (dimension) {
    case Dimension::Client:
        return view.client.has_value();
    case Dimension::Model:
        return view.model.has_value();
    case Dimension::Template:
        return view.templateName.has_value();
    }
    Q_UNREACHABLE();
}

bool isOffered(MetricId metric, Dimension dimension, const ViewFilter& view)
{
    return canBeDivided(metric, dimension, view) && !isNarrowedTo(view, dimension);
}

/// The sample of a bar in the legend.
class BarSign : public QWidget
{
public:
    BarSign(bool isSolid, QWidget* parent)
        : QWidget(parent)
        , m_isSolid(isSolid)
    {
        setFixedSize(12, 12);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(colour(Token::Bad));
        painter.setBrush(colour(m_isSolid ? Token::Bad : Token::BadSoft));
        painter.drawRect(0, 1, 10, 9);
    }

private:
    bool m_isSolid;
};

} // namespace

WherePanel::WherePanel(MetricId metric, const ViewFilter& view, QWidget* parent)
    : QWidget(parent)
    , m_metric(metric)
    , m_segments(new SegmentedControl(this))
    , m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("where_") + QLatin1String(definition(metric).textId));
    m_segments->setAccessibleName(tr("Divided by"));
    for (const DimensionWords& words : kDimensions) {
        if (!isOffered(metric, words.dimension, view))
            continue;
        m_dimensions.push_back(words.dimension);
        m_segments->addSegment(tr(words.text), QLatin1String(words.name));
    }
    auto* head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Where it happened"), TextStyle::LabelSemibold, Token::Text2, this), 1);
    head->addWidget(m_segments);
    m_rows->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(head);
    column->addLayout(m_rows);
    if (!m_dimensions.empty() && m_dimensions.front() != Dimension::Client)
        m_segments->setCurrent(int(m_dimensions.size()) - 1);
    connect(m_segments, &SegmentedControl::currentChanged, this, &WherePanel::ask);
    QTimer::singleShot(0, this, &WherePanel::ask);
}

bool WherePanel::isPossible(MetricId metric, const ViewFilter& view)
{
    return std::ranges::any_of(
        kDimensions, [&](const DimensionWords& words) { return isOffered(metric, words.dimension, view); });
}

Dimension WherePanel::dimension() const
{
    return m_dimensions[size_t(std::max(0, m_segments->current()))];
}

void WherePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_movement && isNarrow() != m_wasNarrow)
        setMovement(Movement(*m_movement));
}

bool WherePanel::isNarrow() const
{
    return width() < kLegendRoom;
}

void WherePanel::ask()
{
    clear();
    m_movement.reset();
    addWords(tr("Reading where it happened"));
    emit wanted(m_metric, dimension());
}

void WherePanel::setMovement(const Movement& movement)
{
    clear();
    m_movement = movement;
    m_wasNarrow = isNarrow();
    if (movement.parts.empty()) {
        addWords(tr("Can’t be told: this week has too little to be judged."));
        return;
    }
    const size_t shown = std::min(movement.parts.size(), kMostRows);
    for (size_t i = 0; i < shown; ++i) {
        auto* row = new MovementRow(movement, movement.parts[i], this);
        connect(row, &QAbstractButton::clicked, this,
                [this, name = movement.parts[i].name] { emit narrowWanted(dimension(), name); });
        m_rows->addWidget(row);
    }
    if (shown < movement.parts.size())
        addWords(tr("%1 more moved it less.").arg(movement.parts.size() - shown));
    addLegend(movement);
}

void WherePanel::setUnread(const QString& sentence)
{
    clear();
    addWords(sentence);
}

void WherePanel::clear()
{
    while (const std::unique_ptr<QLayoutItem> item{m_rows->takeAt(0)})
        delete item->widget();
}

void WherePanel::addWords(const QString& words)
{
    auto* label = new TextLabel(words, TextStyle::Second, Token::Text2, this);
    label->setWordWrap(true);
    m_rows->addWidget(label);
}

void WherePanel::addLegend(const Movement& movement)
{
    const Definition& metric = definition(movement.metric);
    auto* legend = new QWidget(this);
    auto* row = new QHBoxLayout(legend);
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(4);
    row->addWidget(new BarSign(true, legend));
    row->addWidget(new TextLabel(tr("got worse"), TextStyle::Label, Token::Text2, legend));
    row->addSpacing(8);
    row->addWidget(new BarSign(false, legend));
    auto* mix = new TextLabel(tr("more of the weaker kind"), TextStyle::Label, Token::Text2, legend);
    mix->setElideMode(Qt::ElideRight);
    row->addWidget(mix);
    row->addStretch(1);
    m_rows->addWidget(legend);
    const bool isShare = movement.beyond || metric.unit == MetricUnit::Share;
    const QString all =
        (isShare ? tr("points of %1") : tr("of %1")).arg(effectText(movement, movement.total()));
    auto* total =
        new TextLabel(all + QStringLiteral(" · ") + metricCounted(metric), TextStyle::Label, Token::Text2);
    total->setElideMode(Qt::ElideRight);
    total->setAlignment(Qt::AlignRight);
    if (isNarrow())
        m_rows->addWidget(total);
    else
        row->addWidget(total);
    if (movement.beyond) {
        const QString limit = metricText(metric, *movement.beyond);
        addWords((metric.bad == BadDirection::Down ? tr("Divided is the share at or below the baseline's %1.")
                                                   : tr("Divided is the share above the baseline's %1."))
                     .arg(limit));
    }
}

} // namespace assay
