// SPDX-License-Identifier: GPL-3.0-or-later
// NoteField: the reviewer's note, plain text, with the key that leads to it. Escape or Ctrl+Enter leaves it,
// Tab goes on; no key of the page acts while one is typing here. GUI thread.
#pragma once

#include <QPlainTextEdit>

class QAction;

namespace assay {

class KeyBadge;

class NoteField : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteField(QAction* focusAction, QWidget* parent = nullptr);

signals:
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    KeyBadge* m_badge;
};

} // namespace assay
