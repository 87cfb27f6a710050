// SPDX-License-Identifier: GPL-3.0-or-later
// SegmentedControl: one of a few, side by side. GUI thread. Tab reaches the chosen segment, arrow keys move
// the choice.
#pragma once

#include <QButtonGroup>
#include <QWidget>

namespace assay {

class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(QWidget* parent = nullptr);

    /// The first one added is chosen. `name` is its object name.
    void addSegment(const QString& text, const QString& name);
    int current() const { return m_group.checkedId(); }
    void setCurrent(int index);

    QSize sizeHint() const override;

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();

    QButtonGroup m_group;
};

} // namespace assay
