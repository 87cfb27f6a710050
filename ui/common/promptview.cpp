// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/promptview.h"

#include "ui/common/theme.h"
#include "ui/common/type.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kCompactLine = 22;
constexpr int kUnderlineBottom = 4; ///< of the line, below the underline's top
constexpr int kUnderlineHeight = 2;
constexpr int kFillInset = 2;
constexpr qreal kFillRadius = 2;
constexpr qreal kPaddingWidth = 3;
constexpr int kFrameTop = 1;
constexpr int kFrameBottom = 5; ///< above the underline
constexpr qsizetype kMostSpoken = 20'000;
constexpr int kNumberRise = 5; ///< of the raised number above the text's baseline

QFont paddingFont(QFont padding)
{
    const qreal advance = QFontMetricsF(padding).horizontalAdvance(QChar(kRunPadding));
    padding.setLetterSpacing(QFont::AbsoluteSpacing, kPaddingWidth - advance);
    return padding;
}

QTextLayout::FormatRange range(int start, int end, const QFont& font, const QColor& colour)
{
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(colour);
    return {start, end - start, format};
}

} // namespace

PromptView::PromptView(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("promptText"));
    setAccessibleName(tr("Prompt"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMouseTracking(true);
}

void PromptView::setPrompt(const std::optional<QString>& prompt, const Checklist& checklist,
                           const QList<PromptSpan>& variables)
{
    m_prompt = prompt;
    m_pointed = -1;
    m_marked = markPrompt(prompt.value_or(QString()), checklist, variables);
    setAccessibleDescription(prompt ? prompt->left(kMostSpoken) : tr("No prompt in this file"));
    relayout();
}

void PromptView::setCurrent(int constraint)
{
    m_current = constraint;
    relayout();
}

void PromptView::setPointed(int constraint)
{
    m_pointed = constraint;
    update();
}

void PromptView::setDensity(Density density)
{
    m_density = density;
    relayout();
}

QFont PromptView::textFont() const
{
    return assay::font(m_density == Density::Regular ? TextStyle::Prompt : TextStyle::Body);
}

int PromptView::lineStep() const
{
    return m_density == Density::Regular ? lineHeight(TextStyle::Prompt) : kCompactLine;
}

QSize PromptView::sizeHint() const
{
    return {320, heightForWidth(width())};
}

int PromptView::heightForWidth(int width) const
{
    QTextLayout layout;
    return layOut(&layout, width);
}

void PromptView::resizeEvent(QResizeEvent*)
{
    layOut(&m_layout, width());
}

void PromptView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        relayout();
    QWidget::changeEvent(event);
}

void PromptView::relayout()
{
    layOut(&m_layout, width());
    updateGeometry();
    update();
}

/// Lays the text out in lines of the prompt's line height; the height.
int PromptView::layOut(QTextLayout* layout, int width) const
{
    const int height = lineStep();
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setFont(textFont());
    layout->setTextOption(option);
    layout->setText(m_marked.text);
    layout->setFormats(formats());
    layout->beginLayout();
    int count = 0;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(std::max(width, 1));
        line.setPosition(QPointF(0, count * height + (height - line.height()) / 2));
        ++count;
    }
    layout->endLayout();
    return std::max(count, 1) * height;
}

QList<QTextLayout::FormatRange> PromptView::formats() const
{
    QList<QTextLayout::FormatRange> result;
    const QFont padding = paddingFont(textFont());
    for (const PromptRun& run : m_marked.runs) {
        const bool isCurrent = run.constraint == m_current;
        QFont words = textFont();
        if (isCurrent)
            words.setWeight(QFont::Medium);
        const int wordsEnd = run.numberStart >= 0 ? run.numberStart : run.end - 1;
        result.append(range(run.start, run.start + 1, padding, Qt::transparent));
        result.append(range(run.start + 1, wordsEnd, words, colour(isCurrent ? Token::OnMark : Token::Text)));
        // The number only takes its room here; it is painted raised afterwards.
        if (run.numberStart >= 0)
            result.append(range(run.numberStart, run.numberEnd, assay::font(TextStyle::LabelSemibold),
                                Qt::transparent));
        result.append(range(run.end - 1, run.end, padding, Qt::transparent));
    }
    return result;
}

/// The text's rectangle in each line it takes part in, as high as the line.
QList<QRectF> PromptView::rects(int from, int to) const
{
    QList<QRectF> result;
    const int height = lineStep();
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        const int start = std::max(from, line.textStart());
        int end = std::min(to, line.textStart() + line.textLength());
        while (end > start && m_marked.text.at(end - 1).isSpace() && m_marked.text.at(end - 1) != kRunPadding)
            --end;
        if (start >= end)
            continue;
        const qreal left = line.cursorToX(start);
        const qreal right = line.cursorToX(end);
        result.append(QRectF(std::min(left, right), i * height, std::abs(right - left), height));
    }
    return result;
}

QRect PromptView::currentRect() const
{
    for (const PromptRun& run : m_marked.runs) {
        if (run.constraint == m_current && !rects(run).isEmpty())
            return rects(run).constFirst().toAlignedRect();
    }
    return {};
}

void PromptView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_marked.text.isEmpty()) {
        painter.setFont(assay::font(TextStyle::Body));
        painter.setPen(colour(Token::Text3));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         m_prompt ? tr("The prompt is empty") : tr("No prompt in this file"));
        return;
    }
    for (const PromptRun& run : m_marked.runs)
        paintRun(&painter, run);
    for (const PromptSpan& variable : m_marked.variables)
        paintVariable(&painter, variable);
    painter.setPen(colour(Token::Text));
    m_layout.draw(&painter, QPointF());
    for (const PromptRun& run : m_marked.runs)
        paintNumber(&painter, run);
}

void PromptView::paintRun(QPainter* painter, const PromptRun& run) const
{
    const QColor fill = Theme::current().constraint(run.constraint + 1);
    for (const QRectF& box : rects(run)) {
        if (run.constraint == m_current) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(fill);
            painter->drawRoundedRect(
                QRectF(box.x(), box.y() + kFillInset, box.width(), box.height() - 2 * kFillInset),
                kFillRadius, kFillRadius);
        } else {
            if (run.constraint == m_pointed)
                painter->fillRect(
                    QRectF(box.x(), box.y() + kFillInset, box.width(), box.height() - 2 * kFillInset),
                    colour(Token::Hover));
            painter->fillRect(
                QRectF(box.x(), box.y() + box.height() - kUnderlineBottom, box.width(), kUnderlineHeight),
                fill);
        }
    }
}

void PromptView::paintVariable(QPainter* painter, const PromptSpan& variable) const
{
    painter->setPen(QPen(colour(Token::LineStrong), 1));
    painter->setBrush(Qt::NoBrush);
    for (const QRectF& box : rects(variable.start, variable.start + variable.length))
        painter->drawRoundedRect(box.adjusted(-1.5, kFrameTop + 0.5, 1.5, -kFrameBottom + 0.5), kFillRadius,
                                 kFillRadius);
}

void PromptView::paintNumber(QPainter* painter, const PromptRun& run) const
{
    if (run.numberStart < 0)
        return;
    const QTextLine line = m_layout.lineForTextPosition(run.numberStart);
    if (!line.isValid())
        return;
    painter->setFont(assay::font(TextStyle::LabelSemibold));
    painter->setPen(run.constraint == m_current ? colour(Token::OnMark)
                                                : Theme::current().constraint(run.constraint + 1));
    painter->drawText(QPointF(line.cursorToX(run.numberStart), line.y() + line.ascent() - kNumberRise),
                      m_marked.text.mid(run.numberStart, run.numberEnd - run.numberStart));
}

int PromptView::constraintAt(const QPointF& position) const
{
    for (const PromptRun& run : m_marked.runs) {
        for (const QRectF& box : rects(run)) {
            if (box.contains(position))
                return run.constraint;
        }
    }
    return -1;
}

void PromptView::mouseReleaseEvent(QMouseEvent* event)
{
    if (const int constraint = constraintAt(event->position()); constraint >= 0)
        emit constraintClicked(constraint);
}

void PromptView::mouseMoveEvent(QMouseEvent* event)
{
    emit constraintPointed(constraintAt(event->position()));
}

void PromptView::leaveEvent(QEvent*)
{
    emit constraintPointed(-1);
}

void PromptView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_prompt)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy prompt"), this, [this] { QGuiApplication::clipboard()->setText(*m_prompt); });
    menu->popup(event->globalPos());
}

} // namespace assay
