// SPDX-License-Identifier: GPL-3.0-or-later
// TrendsFilter: the title of the trends page and the choice of what it shows: which client, model and
// template, how many weeks. GUI thread. What is chosen is remembered in the settings; the title tells what is
// on the page, which is older while the choice is being read.
#pragma once

#include "app/domain/viewfilter.h"
#include "app/store/viewchoices.h"
#include "app/store/weekparts.h"

#include <QWidget>

#include <array>
#include <optional>

class QComboBox;
class QSettings;

namespace assay {

class SegmentedControl;
class TextLabel;

class TrendsFilter : public QWidget
{
    Q_OBJECT

public:
    /// The settings must outlive this.
    explicit TrendsFilter(QSettings* settings, QWidget* parent = nullptr);

    const ViewFilter& view() const { return m_view; } ///< as chosen
    void setShown(const ViewFilter& view);            ///< for the title
    /// The newest weeks to show; nothing: all.
    std::optional<int> weeks() const;
    /// The choice is kept, also of what is not among them.
    void setChoices(const ViewChoices& choices);
    /// As if the person had chosen it.
    void narrow(Dimension dimension, const QString& name);
    /// The same of all three.
    void setView(const ViewFilter& view);
    void setSmall(bool isSmall);
    QString title() const;
    QString scope() const; ///< the title's second half: "all clients, models and templates"

signals:
    void viewChanged();
    void weeksChanged();

private:
    std::optional<QString>& chosen(Dimension dimension);
    void choose(Dimension dimension, const std::optional<QString>& name);
    void remember(Dimension dimension, const std::optional<QString>& name);
    void showChoices(Dimension dimension, const QStringList& names);
    void chooseWeeks(int segment);

    QSettings* m_settings;
    ViewFilter m_view;
    ViewFilter m_shown;
    TextLabel* m_name;
    TextLabel* m_scopeLabel;
    std::array<QComboBox*, 3> m_boxes{}; ///< by Dimension
    SegmentedControl* m_weeks;
    bool m_isRangeChosen = false;
};

} // namespace assay
