// SPDX-License-Identifier: GPL-3.0-or-later
// WeekList: the weeks, newest first, each with what there is to say about its review. GUI thread. Arrows walk
// them; it shows what it is told.
#pragma once

#include "ui/common/surface.h"
#include "ui/weekly/weekentries.h"

class QListView;

namespace assay {

class WeekListModel;

class WeekList : public Surface
{
    Q_OBJECT

public:
    explicit WeekList(QWidget* parent = nullptr);

    /// The current week stays, where it is still there.
    void setWeeks(const std::vector<WeekEntry>& weeks);
    const std::vector<WeekEntry>& weeks() const;
    std::optional<IsoWeek> current() const;
    void setCurrent(IsoWeek week);
    QListView* view() const { return m_view; }

signals:
    void weekChosen(assay::IsoWeek week); ///< another one is current

private:
    void announce();

    WeekListModel* m_model;
    QListView* m_view;
    std::optional<IsoWeek> m_announced;
};

} // namespace assay
