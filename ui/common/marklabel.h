// SPDX-License-Identifier: GPL-3.0-or-later
// MarkLabel: a mark with its word, plain or as a chip with the Soft fill (grey states never have a fill). GUI
// thread.
#pragma once

#include "ui/common/marks.h"
#include "ui/common/type.h"

#include <QWidget>

namespace assay {

class MarkLabel : public QWidget
{
    Q_OBJECT

public:
    enum class Look { Plain, Chip };

    explicit MarkLabel(Look look, QWidget* parent = nullptr);
    MarkLabel(Mark mark, Look look, QWidget* parent = nullptr);

    Mark mark() const { return m_mark; }
    QString word() const { return m_word; }
    /// Shows the mark with that word, for example "Firing · W16"; with its usual word if empty.
    void setState(Mark mark, const QString& word = QString());
    void setTextStyle(TextStyle style); ///< Second as made
    void setTextToken(Token token);     ///< instead of the state's own colour
    void setMarkSide(int side);         ///< 16 as made; 14 in bars

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool isFilled() const;

    Look m_look;
    Mark m_mark = Mark::NoData;
    QString m_word;
    TextStyle m_style = TextStyle::Second;
    std::optional<Token> m_textToken;
    int m_markSide = 16;
};

/// The colour of the word beside a mark: the state's own, or Text2 for the grey states.
Token markTextToken(Mark mark);

} // namespace assay
