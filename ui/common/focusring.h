// SPDX-License-Identifier: GPL-3.0-or-later
// FocusRing: puts the accent ring around the widget that got the focus by keyboard. GUI thread; owned by
// Appearance. Text fields, combo boxes and item views show their focus themselves, as does a widget whose
// property "focusRing" is false.
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace assay {

class FocusRing : public QObject
{
    Q_OBJECT

public:
    FocusRing();
    ~FocusRing() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void surround(QWidget* widget);

    QPointer<QFocusFrame> m_frame; ///< a child of the window it is shown in, which may take it along
};

} // namespace assay
