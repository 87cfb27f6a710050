// SPDX-License-Identifier: GPL-3.0-or-later
// FindingCard: one finding, folded to its title and a line, or open with everything it says and where it
// happened. GUI thread. It does not open itself: its owner does, so that one is open at a time.
#pragma once

#include "ui/trends/findings.h"
#include "ui/trends/wherepanel.h"

#include <QWidget>

class QAbstractButton;
class QVBoxLayout;

namespace assay {

class TextLabel;

class FindingCard : public QWidget
{
    Q_OBJECT

public:
    FindingCard(const Finding& finding, const ViewFilter& view, QWidget* parent = nullptr);

    const Finding& finding() const { return m_finding; }
    bool isOpen() const { return m_body != nullptr; }
    void setOpen(bool isOpen);
    WherePanel* where() const { return m_where; } ///< null while folded, and where nothing can be divided

signals:
    void chosen(); ///< its head was clicked, or Enter pressed on it
    void missesWanted();
    void whereWanted(assay::MetricId metric, assay::Dimension dimension);
    void narrowWanted(assay::Dimension dimension, const QString& name);

private:
    void addBody();
    void addExplained(QVBoxLayout* column, const QString& label, const QString& words);

    Finding m_finding;
    ViewFilter m_view;
    QVBoxLayout* m_column;
    QAbstractButton* m_head;
    TextLabel* m_line; ///< only shown while folded
    QWidget* m_body = nullptr;
    WherePanel* m_where = nullptr;
};

} // namespace assay
