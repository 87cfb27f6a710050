// SPDX-License-Identifier: GPL-3.0-or-later
// TrendView: the chart of one metric, with that of a second one below it on the same weeks. Shows the chosen
// week as a line through both and tells which week is pointed at. GUI thread. It chooses nothing itself: the
// page does, by setChosenWeek().
#pragma once

#include "ui/trends/trendline.h"

#include <QGraphicsView>

#include <optional>

class QGraphicsItemGroup;
class QGraphicsScene;

namespace assay {

class TrendChart;

struct TrendViewContent
{
    TrendLine main{};
    std::optional<TrendLine> second{};
    QString secondName{};    ///< "Acceptance rate"
    QString secondSummary{}; ///< "62.1 %, in band"
};

class TrendView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit TrendView(QWidget* parent = nullptr);
    ~TrendView() override;

    void setContent(const TrendViewContent& content);
    const TrendViewContent& content() const { return m_content; }
    void setChosenWeek(std::optional<int> index);
    std::optional<int> chosenWeek() const { return m_chosen; }

    const TrendChart* mainChart() const { return m_main; }
    const TrendChart* secondChart() const { return m_second; } ///< null where there is none
    /// Texts of changes that the flags had no room for, in the order of their numbers.
    QStringList numberedChanges() const;

signals:
    void weekPointedAt(std::optional<int> index); ///< nothing: the pointer left the weeks
    void weekClicked(int index);
    void rebuilt();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void rebuild();
    void addSecond(double top, double bottom);
    void rebuildChosen();
    std::optional<int> weekAt(const QPoint& position) const;

    TrendViewContent m_content;
    std::optional<int> m_chosen;
    std::unique_ptr<QGraphicsScene> m_scene;
    TrendChart* m_main = nullptr;   ///< owned by the scene
    TrendChart* m_second = nullptr; ///< owned by the scene
    QGraphicsItemGroup* m_chosenItems = nullptr;
};

} // namespace assay
