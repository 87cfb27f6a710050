// SPDX-License-Identifier: GPL-3.0-or-later
// VerdictButton: one of three equal buttons: mark and word, the key under it. Flashes for 120 ms in the
// verdict's soft colour when its action is triggered, by key or pointer. GUI thread. Follows the action and
// does not own it.
#pragma once

#include "app/domain/review.h"

#include <QAbstractButton>
#include <QTimer>

class QAction;

namespace assay {

class VerdictButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Density { Regular, Compact };

    VerdictButton(Disposition disposition, QAction* action, QWidget* parent = nullptr);

    void setDensity(Density density);
    bool isFlashing() const { return m_flash.isActive(); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();
    void paintBox(QPainter* painter) const;

    Disposition m_disposition;
    QAction* m_action;
    QTimer m_flash;
    Density m_density = Density::Regular;
};

} // namespace assay
