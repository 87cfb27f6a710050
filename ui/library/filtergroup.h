// SPDX-License-Identifier: GPL-3.0-or-later
// FilterGroup: a heading with values that can be ticked, each with how many there are; the count is late, and
// until it is there nothing stands in its place. None ticked: all. GUI thread.
#pragma once

#include "ui/common/marks.h"

#include <QWidget>

class QVBoxLayout;

namespace assay {

class FilterValue;

class FilterGroup : public QWidget
{
    Q_OBJECT

public:
    explicit FilterGroup(const QString& title, QWidget* parent = nullptr);

    /// `name` is its object name.
    void add(const QString& text, const QString& name, std::optional<Mark> mark = {});
    void clear();
    int size() const { return int(m_values.size()); }
    QList<int> ticked() const;
    void setTicked(const QList<int>& indices);
    void setCount(int index, std::optional<qint64> count);

signals:
    void changed(); ///< by the person

private:
    QVBoxLayout* m_column;
    QList<FilterValue*> m_values;
};

} // namespace assay
