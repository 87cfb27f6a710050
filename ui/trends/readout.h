// SPDX-License-Identifier: GPL-3.0-or-later
// ReadOut: the row above the chart that says everything about one week: name and days, value, interval, n,
// deviation, state. GUI thread. It stands still while the pointer or the keys walk the weeks, and covers
// none; where it gets narrow the longer words give way.
#pragma once

#include "ui/common/type.h"
#include "ui/trends/metriccardcontent.h"

#include <QWidget>

namespace assay {

/// One figure of the row with the words around it.
struct ReadOutPart
{
    QString text{};
    TextStyle style = TextStyle::Second;
    Token token = Token::Text2;
    std::optional<Mark> mark{};
    bool startsGroup = false;
    bool isOptional = false; ///< gives way first

    bool operator==(const ReadOutPart&) const = default;
};

std::vector<ReadOutPart> readOutParts(const JudgedWeek& week, MetricId metric);

class ReadOut : public QWidget
{
    Q_OBJECT

public:
    explicit ReadOut(QWidget* parent = nullptr);

    void setParts(const std::vector<ReadOutPart>& parts);
    /// The row as one sentence.
    QString text() const;

    QSize sizeHint() const override { return {600, 36}; }
    QSize minimumSizeHint() const override { return {200, 36}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<ReadOutPart> m_parts;
};

} // namespace assay
