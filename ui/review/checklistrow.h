// SPDX-License-Identifier: GPL-3.0-or-later
// ChecklistRow: one constraint: number box in its colour, statement, kind, and the answer as mark and word at
// a fixed place. A click answers; under the pointer it offers to edit and to remove. GUI thread. It shows
// what it is given and changes nothing.
#pragma once

#include "app/domain/constraint.h"

#include <QAbstractButton>

namespace assay {

class ChecklistRow : public QAbstractButton
{
    Q_OBJECT

public:
    /// What the row shows.
    struct Content
    {
        int number = 0;
        Constraint constraint;
        std::optional<Answer> answer;
        bool isChild = false;
        bool isFromTemplate = false;
        bool isMeasured = false; ///< the answer is the program's
        bool isPointed = false;  ///< its words in the prompt are under the pointer

        bool operator==(const Content&) const = default;
    };
    enum class Density { Regular, Compact };

    explicit ChecklistRow(QWidget* parent = nullptr);

    const Content& content() const { return m_content; }
    void setContent(const Content& content);
    void setCurrent(bool isCurrent);
    void setDensity(Density density);
    /// Where the marks start, counted from the row's right edge.
    static int markInset(Density density);

signals:
    void editRequested();
    void removeRequested();
    void pointedChanged(bool isPointed);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void paintNumber(QPainter* painter, int left) const;
    void paintStatement(QPainter* painter, int left, int right) const;
    void paintAnswer(QPainter* painter) const;
    QString note() const;
    QString kindNote() const;

    Content m_content;
    QAbstractButton* m_edit;
    QAbstractButton* m_remove;
    Density m_density = Density::Regular;
    bool m_isCurrent = false;
};

} // namespace assay
