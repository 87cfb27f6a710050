// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/textlabel.h"

#include "ui/common/tooltip.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace assay {

namespace {

constexpr int kPreferredWidth = 600; ///< of a wrapping text that nobody gave a width

/// Breaks the text into lines of that width, one `lineHeight` below the other; the number of lines.
int breakLines(QTextLayout* layout, int width, int lineHeight)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->beginLayout();
    int count = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, count * lineHeight + (lineHeight - line.height()) / 2.0));
        ++count;
    }
    layout->endLayout();
    return std::max(count, 1);
}

QString withLineSeparators(QString text)
{
    return text.replace(u'\n', QChar(QChar::LineSeparator));
}

} // namespace

TextLabel::TextLabel(TextStyle style, Token token, QWidget* parent)
    : TextLabel(QString(), style, token, parent)
{
}

TextLabel::TextLabel(const QString& text, TextStyle style, Token token, QWidget* parent)
    : QLabel(parent)
    , m_style(style)
    , m_token(token)
{
    setTextFormat(Qt::PlainText);
    setFont(assay::font(style));
    setText(text);
}

void TextLabel::setToken(Token token)
{
    m_token = token;
    update();
}

void TextLabel::setTextStyle(TextStyle style)
{
    m_style = style;
    setFont(assay::font(style));
    updateGeometry();
    update();
}

void TextLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elideMode = mode;
    updateGeometry();
    update();
}

int TextLabel::naturalWidth() const
{
    return int(std::ceil(QFontMetricsF(font()).horizontalAdvance(text()))) + 1;
}

QSize TextLabel::sizeHint() const
{
    if (!wordWrap())
        return {naturalWidth(), lineHeight(m_style)};
    const int width = std::min({naturalWidth(), kPreferredWidth, maximumWidth()});
    return {width, heightForWidth(width)};
}

QSize TextLabel::minimumSizeHint() const
{
    if (wordWrap() || m_elideMode != Qt::ElideNone)
        return {std::min(naturalWidth(), 40), lineHeight(m_style)};
    return sizeHint();
}

int TextLabel::heightForWidth(int width) const
{
    if (!wordWrap())
        return lineHeight(m_style);
    QTextLayout layout(withLineSeparators(text()), font());
    return breakLines(&layout, std::max(width, 1), lineHeight(m_style)) * lineHeight(m_style);
}

void TextLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(colour(isEnabled() ? m_token : Token::Disabled));
    if (wordWrap())
        paintParagraph(&painter);
    else
        paintLine(&painter, m_elideMode == Qt::ElideNone
                                ? text()
                                : fontMetrics().elidedText(text(), m_elideMode, width()));
}

void TextLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    if (m_elideMode != Qt::ElideNone)
        setToolTip(naturalWidth() > width() + 1 ? plainToolTip(text()) : QString());
}

void TextLabel::paintLine(QPainter* painter, const QString& text)
{
    painter->drawText(rect(), int(alignment()) | Qt::TextSingleLine, text);
}

void TextLabel::paintParagraph(QPainter* painter)
{
    QTextLayout layout(withLineSeparators(text()), font());
    const int height = breakLines(&layout, width(), lineHeight(m_style)) * lineHeight(m_style);
    const int top = alignment().testFlag(Qt::AlignTop) ? 0 : (this->height() - height) / 2;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const qreal spare = alignment().testFlag(Qt::AlignHCenter) ? (width() - line.naturalTextWidth()) / 2
                            : alignment().testFlag(Qt::AlignRight) ? width() - line.naturalTextWidth()
                                                                   : 0.0;
        line.draw(painter, QPointF(spare, top));
    }
}

TextLabel* wrappedLabel(const QString& text, TextStyle style, Token token, QWidget* parent)
{
    auto* label = new TextLabel(text, style, token, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace assay
