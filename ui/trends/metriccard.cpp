// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/metriccard.h"

#include "ui/common/type.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace assay {

namespace {

constexpr int kFullHeight = 96;
constexpr int kSmallHeight = 50;
constexpr int kInset = 12;
constexpr int kSmallInset = 8;
constexpr QSize kSparkline(52, 24);

struct Words
{
    QString text;
    TextStyle style;
    Token token;
};

/// Draws as much as fits at the left of the box and gives back what is left of it.
QRect paintWords(QPainter* painter, QRect box, const Words& words)
{
    painter->setFont(font(words.style));
    painter->setPen(colour(words.token));
    const QFontMetrics metrics(painter->font());
    const QString text = metrics.elidedText(words.text, Qt::ElideRight, box.width());
    painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    box.setLeft(box.left() + metrics.horizontalAdvance(text));
    return box;
}

} // namespace

MetricCard::MetricCard(MetricId metric, QWidget* parent)
    : QAbstractButton(parent)
{
    m_content.metric = metric;
    const Definition& known = definition(metric);
    setObjectName(QStringLiteral("card_") + QLatin1String(known.textId));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MetricCard::setContent(const MetricCardContent& content)
{
    m_content = content;
    const QStringList words{content.name, content.value, content.unit, content.deviation, content.state};
    QStringList said;
    std::ranges::copy_if(words, std::back_inserter(said),
                         [](const QString& word) { return !word.isEmpty(); });
    setAccessibleName(said.join(QStringLiteral(", ")));
    update();
}

void MetricCard::setSize(Size size)
{
    m_size = size;
    setToolTip(size == Size::Small ? m_content.state : QString());
    updateGeometry();
    update();
}

QSize MetricCard::sizeHint() const
{
    return {181, m_size == Size::Full ? kFullHeight : kSmallHeight};
}

QSize MetricCard::minimumSizeHint() const
{
    return {100, sizeHint().height()};
}

void MetricCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void MetricCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = isChecked() ? 2 : 1;
    const Token edge = isChecked() ? Token::Accent : underMouse() ? Token::LineStrong : Token::Line;
    painter.setPen(QPen(colour(edge), width));
    painter.setBrush(colour(Token::Panel));
    const double half = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 6, 6);
    if (m_size == Size::Full)
        paintFull(&painter);
    else
        paintSmall(&painter);
}

void MetricCard::paintFull(QPainter* painter) const
{
    const QRect inside = rect().adjusted(kInset, 0, -kInset, 0);
    paintName(painter, QRect(inside.left(), 8, inside.width(), 16), TextStyle::Second);
    paintFigures(painter, QRect(inside.left(), 24, inside.width(), 28), TextStyle::Title);
    const QRect spark(inside.right() - kSparkline.width() + 1, height() - 10 - kSparkline.height(),
                      kSparkline.width(), kSparkline.height());
    const QRect state(inside.left(), height() - 26, spark.left() - inside.left() - 4, 16);
    paintMark(painter, QRect(state.left(), state.top(), 14, 16), stateMark(m_content.mark, 14));
    paintWords(painter, state.adjusted(19, 0, 0, 0),
               {m_content.state, TextStyle::Second, stateToken(m_content.mark)});
    paintSparkline(painter, QRectF(spark).adjusted(3, 3, -3, -3));
}

void MetricCard::paintSmall(QPainter* painter) const
{
    const QRect inside = rect().adjusted(kSmallInset, 0, -kSmallInset, 0);
    paintName(painter, QRect(inside.left(), 5, inside.width() - 18, 16), TextStyle::Label);
    paintMark(painter, QRect(inside.right() - 15, 5, 16, 16), stateMark(m_content.mark, 16));
    paintFigures(painter, QRect(inside.left(), 22, inside.width(), 20), TextStyle::Section);
}

void MetricCard::paintName(QPainter* painter, const QRect& box, TextStyle style) const
{
    const TextStyle chosen = style == TextStyle::Label ? TextStyle::LabelSemibold : TextStyle::SecondSemibold;
    paintWords(painter, box,
               {m_content.name, isChecked() ? chosen : style, isChecked() ? Token::Text : Token::Text2});
}

void MetricCard::paintFigures(QPainter* painter, const QRect& box, TextStyle style) const
{
    QRect rest = paintWords(painter, box, {m_content.value, style, Token::Text});
    if (!m_content.unit.isEmpty() && m_size == Size::Full)
        rest =
            paintWords(painter, rest.adjusted(4, 4, 0, 0), {m_content.unit, TextStyle::Label, Token::Text2})
                .adjusted(0, -4, 0, 0);
    const bool isShort = m_content.deviation.isEmpty() && m_size == Size::Small;
    const QString beside = isShort ? m_content.shortState : m_content.deviation;
    paintWords(
        painter, rest.adjusted(m_size == Size::Full ? 9 : 5, m_size == Size::Full ? 4 : 1, 0, 0),
        {beside, m_size == Size::Full ? TextStyle::Second : TextStyle::Label, stateToken(m_content.mark)});
}

void MetricCard::paintSparkline(QPainter* painter, const QRectF& box) const
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const std::optional<double>& value : m_content.sparkline) {
        low = std::min(low, value.value_or(low));
        high = std::max(high, value.value_or(high));
    }
    if (low > high)
        return;
    low = std::min(low, m_content.baseline.value_or(low));
    high = std::max(high, m_content.baseline.value_or(high));
    const double range = std::max(high - low, 1e-12);
    const double step = box.width() / std::max<double>(1, double(m_content.sparkline.size()) - 1);
    const auto y = [&](double value) {
        return high == low ? box.center().y() : box.bottom() - (value - low) / range * box.height();
    };
    if (m_content.baseline) {
        painter->setPen(QPen(colour(Token::LineStrong), 1, Qt::CustomDashLine, Qt::FlatCap));
        QPen dashed = painter->pen();
        dashed.setDashPattern({3, 2});
        painter->setPen(dashed);
        const double level = std::floor(y(*m_content.baseline)) + 0.5;
        painter->drawLine(QPointF(box.left() - 3, level), QPointF(box.right() + 3, level));
    }
    QPainterPath path;
    bool isJoined = false;
    for (size_t i = 0; i < m_content.sparkline.size(); ++i) {
        const std::optional<double>& value = m_content.sparkline[i];
        if (value) {
            const QPointF point(box.left() + double(i) * step, y(*value));
            isJoined ? path.lineTo(point) : path.moveTo(point);
        }
        isJoined = value.has_value();
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colour(Token::Text2), 1.25, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter->drawPath(path);
    if (m_content.sparkline.back()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour(stateToken(m_content.mark)));
        const double last = box.left() + double(m_content.sparkline.size() - 1) * step;
        painter->drawEllipse(QPointF(last, y(*m_content.sparkline.back())), 2.5, 2.5);
    }
}

} // namespace assay
