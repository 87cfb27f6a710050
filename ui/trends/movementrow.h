// SPDX-License-Identifier: GPL-3.0-or-later
// MovementRow: one client, model or template of a movement: its name, a solid bar for what it did itself, an
// outlined one for there being more or less of it, the sum, and what it rests on. GUI thread. A button: it
// narrows the page to its part; the pooled others can't be asked for.
#pragma once

#include "app/report/movement.h"

#include <QAbstractButton>

namespace assay {

/// What all rows of a movement share, so that their bars can be compared.
struct MovementScale
{
    double low = 0;  ///< the furthest bar to the left, 0 or less
    double high = 0; ///< the same to the right
};

MovementScale scaleOf(const Movement& movement);

/// "−5.6" of a part or of all, in points for shares.
QString effectText(const Movement& movement, double effect);
/// "No client", "3 others", or the name as one line.
QString partName(const Movement& movement, const AttributedPart& part);

class MovementRow : public QAbstractButton
{
    Q_OBJECT

public:
    MovementRow(const Movement& movement, const AttributedPart& part, QWidget* parent = nullptr);

    const AttributedPart& part() const { return m_part; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBars(QPainter& painter, const QRectF& room) const;

    AttributedPart m_part;
    MovementScale m_scale;
    bool m_isUpGood;
    QString m_effect;
    QString m_counted;
};

} // namespace assay
