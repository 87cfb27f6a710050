// SPDX-License-Identifier: GPL-3.0-or-later
// ComparisonView: one change: what it was, what came of it in words, the two sides it compares, and the table
// of all metrics. GUI thread. It is given a comparison; it reads nothing.
#pragma once

#include "app/report/comparisonwords.h"

#include <QTimeZone>
#include <QWidget>

class QTableView;

namespace assay {

class ComparisonModel;
class TextLabel;

class ComparisonView : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonView(QWidget* parent = nullptr);

    /// Its comparison is still to come.
    void setChange(const Change& change, const QTimeZone& zone);
    void setComparison(const ChangeComparison& comparison, const QTimeZone& zone);
    void setSmall(bool isSmall);
    QTableView* table() const { return m_table; }

signals:
    void trendsWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeSummary();
    void fitTable();

    ComparisonModel* m_model;
    TextLabel* m_title;
    TextLabel* m_scope;
    TextLabel* m_headline;
    TextLabel* m_rest;
    TextLabel* m_before;
    TextLabel* m_beforeCounts;
    TextLabel* m_after;
    TextLabel* m_afterCounts;
    TextLabel* m_leftOut;
    QTableView* m_table;
    TextLabel* m_note;
};

} // namespace assay
