// SPDX-License-Identifier: GPL-3.0-or-later
// TextLabel: text in a style of the type scale and a colour of the theme, with the line height of the scale.
// GUI thread. Always plain text, so a prompt or a name is shown as it is; wraps (setWordWrap) or, when told
// to, elides with the whole text as tool tip.
#pragma once

#include "ui/common/theme.h"
#include "ui/common/type.h"

#include <QLabel>

namespace assay {

class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(TextStyle style, Token token = Token::Text, QWidget* parent = nullptr);
    TextLabel(const QString& text, TextStyle style, Token token = Token::Text, QWidget* parent = nullptr);

    Token token() const { return m_token; }
    void setToken(Token token);
    void setTextStyle(TextStyle style);
    /// Qt::ElideNone (as made) needs the full width; the others let the layout make it narrower.
    void setElideMode(Qt::TextElideMode mode);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int naturalWidth() const;
    void paintLine(QPainter* painter, const QString& text);
    void paintParagraph(QPainter* painter);

    TextStyle m_style;
    Token m_token;
    Qt::TextElideMode m_elideMode = Qt::ElideNone;
};

/// A label that breaks its lines.
TextLabel* wrappedLabel(const QString& text, TextStyle style, Token token, QWidget* parent = nullptr);

} // namespace assay
