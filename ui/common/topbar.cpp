// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/topbar.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/marklabel.h"
#include "ui/common/textlabel.h"
#include "ui/common/tooltip.h"

#include <QAbstractButton>
#include <QAction>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kHeight = 32;
constexpr int kIconSide = 16;
constexpr int kGap = 6;

class IconView : public QWidget
{
public:
    IconView(QString name, QWidget* parent)
        : QWidget(parent)
        , m_name(std::move(name))
    {
        setFixedSize(kIconSide, kIconSide);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(&painter, rect(), m_name, Token::Text2, kIconSide);
    }

private:
    QString m_name;
};

/// Person, name, chevron.
class ReviewerButton : public QAbstractButton
{
public:
    explicit ReviewerButton(QWidget* parent)
        : QAbstractButton(parent)
    {
        setObjectName(QStringLiteral("reviewerButton"));
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const qreal name = QFontMetricsF(assay::font(TextStyle::SecondMedium)).horizontalAdvance(text());
        return {2 * kIconSide + 2 * kGap + int(std::ceil(name)), 24};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(&painter, QRect(0, 0, kIconSide, height()), QStringLiteral("person"), Token::Text2,
                  kIconSide);
        paintIcon(&painter, QRect(width() - kIconSide, 0, kIconSide, height()), QStringLiteral("down"),
                  Token::Text2, kIconSide);
        painter.setFont(assay::font(TextStyle::SecondMedium));
        painter.setPen(colour(Token::Text));
        painter.drawText(rect().adjusted(kIconSide + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         text());
    }
};

} // namespace

TopBar::TopBar(QAction* reviewerAction, QWidget* parent)
    : Surface(Token::Chrome, parent)
    , m_menuBar(new QMenuBar(this))
    , m_notSaved(new MarkLabel(Mark::Broken, MarkLabel::Look::Plain, this))
    , m_workspaceLine(makeLine(Qt::Vertical, this))
    , m_workspaceIcon(new IconView(QStringLiteral("folder"), this))
    , m_workspace(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_reviewerLine(makeLine(Qt::Vertical, this))
    , m_reviewer(new ReviewerButton(this))
{
    setFixedHeight(kHeight);
    setLines(Qt::BottomEdge);
    m_notSaved->setMarkSide(14);
    m_notSaved->setObjectName(QStringLiteral("notSavedMark"));
    m_workspace->setObjectName(QStringLiteral("workspaceName"));
    m_menuBar->setNativeMenuBar(false);
    m_menuBar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_workspaceLine->setFixedHeight(16);
    m_reviewerLine->setFixedHeight(16);
    connect(m_reviewer, &QAbstractButton::clicked, reviewerAction, &QAction::trigger);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 1);
    row->setSpacing(12);
    row->addWidget(m_menuBar);
    row->addStretch(1);
    row->addWidget(m_notSaved);
    row->addWidget(m_workspaceLine);
    row->addWidget(m_workspaceIcon);
    row->addSpacing(kGap - row->spacing());
    row->addWidget(m_workspace);
    row->addWidget(m_reviewerLine);
    row->addWidget(m_reviewer);
    showParts();
}

void TopBar::setWorkspaceName(const QString& name)
{
    m_workspace->setText(name);
    showParts();
}

void TopBar::setReviewerName(const QString& name)
{
    m_reviewer->setText(name);
    m_reviewer->setAccessibleName(tr("Reviewer: %1").arg(name));
    m_reviewer->setToolTip(plainToolTip(m_reviewer->accessibleName()));
    m_reviewer->updateGeometry();
    showParts();
}

void TopBar::setNotSavedCount(int count)
{
    m_notSavedCount = count;
    m_notSaved->setState(Mark::Broken, tr("%1 not saved").arg(formatCount(count)));
    showParts();
}

void TopBar::showParts()
{
    const bool hasWorkspace = !m_workspace->text().isEmpty();
    const bool hasReviewer = !m_reviewer->text().isEmpty();
    m_notSaved->setVisible(m_notSavedCount > 0);
    m_workspaceLine->setVisible(m_notSavedCount > 0 && hasWorkspace);
    m_workspaceIcon->setVisible(hasWorkspace);
    m_workspace->setVisible(hasWorkspace);
    m_reviewerLine->setVisible(hasReviewer && (hasWorkspace || m_notSavedCount > 0));
    m_reviewer->setVisible(hasReviewer);
}

} // namespace assay
