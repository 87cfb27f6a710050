// SPDX-License-Identifier: GPL-3.0-or-later
// Banner: a problem, a warning or a note under the tool row of the page it concerns, never a dialog. GUI
// thread. One sentence says what and where, a second line what to do, buttons at the right do it. Hidden
// until shown.
#pragma once

#include "ui/common/buttons.h"

#include <QWidget>

class QHBoxLayout;

namespace assay {

class TextLabel;

class Banner : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Problem, Warning, Note };

    explicit Banner(QWidget* parent = nullptr);

    Kind kind() const { return m_kind; }
    QString sentence() const;
    QString whatToDo() const;
    /// Shows the banner with these words and without buttons.
    void showMessage(Kind kind, const QString& sentence, const QString& whatToDo = QString());
    /// Adds a button at the right; gone at the next showMessage(). The banner owns it.
    QPushButton* addButton(const QString& text, ButtonKind kind, const QString& icon = QString());

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind = Kind::Note;
    TextLabel* m_sentence;
    TextLabel* m_whatToDo;
    QHBoxLayout* m_row;
    QList<QPushButton*> m_buttons;
};

} // namespace assay
