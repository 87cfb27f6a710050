// SPDX-License-Identifier: GPL-3.0-or-later
// ComparisonHeader: the head of a comparison's table; over the interval bars it shows their axis. GUI thread.
#pragma once

#include <QHeaderView>

namespace assay {

class ComparisonModel;

class ComparisonHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ComparisonHeader(const ComparisonModel& model, QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    const ComparisonModel& m_model;
};

} // namespace assay
