// SPDX-License-Identifier: GPL-3.0-or-later
// ToolButton: an action in a tool row: icon, words and its key as bound now. GUI thread. Follows the action
// (text, icon, enabled, checked, shortcut) and triggers it; does not own it. Where space is short the words
// give way.
#pragma once

#include <QAbstractButton>

class QAction;

namespace assay {

class ToolButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Words { Shown, Hidden };

    explicit ToolButton(QAction* action, QWidget* parent = nullptr);

    void setWords(Words words);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void follow();
    QString words() const;
    QString key() const;

    QAction* m_action;
    Words m_words = Words::Shown;
};

/// A 28 px square button with an icon of resources/icons; `name` is its accessible name and tool tip.
QAbstractButton* makeIconButton(const QString& icon, const QString& name, QWidget* parent);

} // namespace assay
