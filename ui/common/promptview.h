// SPDX-License-Identifier: GPL-3.0-or-later
// PromptView: the prompt's text with the words of each constraint underlined in its colour and numbered,
// those of the current one filled, those of the one under the pointer, here or in the checklist, on a ground;
// words that a template's variables were filled with are framed. Always plain text. Clicking a marked word
// chooses its constraint. GUI thread. As high as its text; the panel around it scrolls.
#pragma once

#include "ui/common/promptmarks.h"

#include <QTextLayout>
#include <QWidget>

namespace assay {

class PromptView : public QWidget
{
    Q_OBJECT

public:
    enum class Density { Regular, Compact };

    explicit PromptView(QWidget* parent = nullptr);

    void setDensity(Density density);

    void setPrompt(const std::optional<QString>& prompt, const Checklist& checklist,
                   const QList<PromptSpan>& variables = {});
    void setCurrent(int constraint);
    void setPointed(int constraint);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    /// Where the current constraint's first words are; null when it has none.
    QRect currentRect() const;

signals:
    void constraintClicked(int index);
    void constraintPointed(int index); ///< -1: none any more

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QFont textFont() const;
    int lineStep() const;
    int layOut(QTextLayout* layout, int width) const;
    void relayout();
    QList<QTextLayout::FormatRange> formats() const;
    QList<QRectF> rects(int start, int end) const;
    QList<QRectF> rects(const PromptRun& run) const { return rects(run.start, run.end); }
    int constraintAt(const QPointF& position) const;
    void paintVariable(QPainter* painter, const PromptSpan& variable) const;
    void paintRun(QPainter* painter, const PromptRun& run) const;
    void paintNumber(QPainter* painter, const PromptRun& run) const;

    std::optional<QString> m_prompt;
    MarkedPrompt m_marked;
    QTextLayout m_layout;
    int m_current = -1;
    int m_pointed = -1;
    Density m_density = Density::Regular;
};

} // namespace assay
