// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rail.h"

#include "ui/common/icons.h"
#include "ui/common/keybadge.h"
#include "ui/common/type.h"

#include <QAbstractButton>
#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace assay {

namespace {

constexpr int kWideRail = 64;
constexpr int kNarrowRail = 48;
constexpr int kMargin = 4;
constexpr int kTopMargin = 8;
constexpr int kBarWidth = 3;
constexpr int kIconSide = 20;
constexpr int kBarInset = 8;
constexpr QSize kWordButton(56, 52);
constexpr QSize kIconButton(40, 40);

} // namespace

class RailButton : public QAbstractButton
{
public:
    RailButton(QAction* action, QWidget* parent)
        : QAbstractButton(parent)
        , m_action(action)
    {
        setFocusPolicy(Qt::TabFocus);
        setObjectName(QStringLiteral("rail.") + action->objectName());
        connect(action, &QAction::changed, this, [this] { follow(); });
        connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
        follow();
    }

    QAction* action() const { return m_action; }

    void setWidth(Rail::Width width)
    {
        m_width = width;
        setFixedSize(width == Rail::Width::Words ? kWordButton : kIconButton);
        follow();
    }

    void setBadge(int count)
    {
        m_badge = count;
        setAccessibleDescription(count > 0 ? QString::number(count) : QString());
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool isCurrent = m_action->isChecked();
        if (isCurrent || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour(isCurrent ? Token::Selection : Token::Hover));
            painter.drawRoundedRect(rect(), 6, 6);
        }
        const bool hasWords = m_width == Rail::Width::Words;
        const int iconTop = hasWords ? 7 : (height() - kIconSide) / 2;
        const QRect iconRect((width() - kIconSide) / 2, iconTop, kIconSide, kIconSide);
        icon().paint(&painter, iconRect, Qt::AlignCenter, QIcon::Normal, isCurrent ? QIcon::On : QIcon::Off);
        if (hasWords) {
            painter.setFont(assay::font(TextStyle::Label));
            painter.setPen(colour(isCurrent ? Token::Text : Token::Text2));
            painter.drawText(QRect(0, 29, width(), 16), Qt::AlignCenter, text());
        }
        if (m_badge > 0)
            paintBadge(&painter, hasWords ? QRect(width() / 2 + 6, iconTop - 2, 16, 16)
                                          : QRect(width() / 2 + 4, 0, 16, 16));
    }

    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

private:
    void follow()
    {
        setText(m_action->iconText());
        setIcon(m_action->icon());
        setVisible(m_action->isVisible());
        setEnabled(m_action->isEnabled());
        setAccessibleName(m_action->iconText());
        const QString key = keyText(m_action->shortcut());
        setToolTip(key.isEmpty() ? text() : tr("%1 (%2)").arg(text(), key));
        update();
        parentWidget()->update(); // the bar beside it
    }

    void paintBadge(QPainter* painter, const QRect& circle) const
    {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour(Token::Bad));
        painter->drawEllipse(circle);
        painter->setPen(colour(Token::OnMark));
        painter->setFont(assay::font(TextStyle::LabelSemibold));
        painter->drawText(circle, Qt::AlignCenter, QString::number(m_badge));
    }

    QAction* m_action;
    Rail::Width m_width = Rail::Width::Words;
    int m_badge = 0;
};

namespace {

/// The bar at the rail's edge that goes with the current page.
class CurrentBar : public QWidget
{
public:
    explicit CurrentBar(RailButton* button, QWidget* rail)
        : QWidget(rail)
        , m_button(button)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        button->installEventFilter(this);
        connect(button->action(), &QAction::changed, this, [this] { place(); });
        place();
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
            place();
        return false;
    }

    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), colour(Token::Accent)); }

private:
    void place()
    {
        setGeometry(0, m_button->y() + kBarInset, kBarWidth, m_button->height() - 2 * kBarInset);
        setVisible(m_button->action()->isChecked());
    }

    RailButton* m_button;
};

} // namespace

Rail::Rail(QWidget* parent)
    : Surface(Token::Chrome, parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Pages"));
    setLines(Qt::RightEdge);
    m_column->setContentsMargins(kMargin, kTopMargin, kMargin, kTopMargin);
    m_column->setSpacing(4);
    m_column->addStretch();
    setWidth(Width::Words);
}

void Rail::addPageAction(QAction* action)
{
    addButton(action, m_pageCount++);
}

void Rail::addBottomAction(QAction* action)
{
    addButton(action, m_column->count());
}

RailButton* Rail::addButton(QAction* action, int index)
{
    auto* button = new RailButton(action, this);
    button->setWidth(m_width);
    m_column->insertWidget(index, button);
    m_buttons.insert(std::min<qsizetype>(index, m_buttons.size()), button);
    for (qsizetype i = 1; i < m_buttons.size(); ++i)
        setTabOrder(m_buttons[i - 1], m_buttons[i]);
    new CurrentBar(button, this);
    return button;
}

void Rail::setBadge(QAction* action, int count)
{
    for (RailButton* button : std::as_const(m_buttons)) {
        if (button->action() == action)
            button->setBadge(count);
    }
}

void Rail::setWidth(Width width)
{
    m_width = width;
    setFixedWidth(width == Width::Words ? kWideRail : kNarrowRail);
    for (RailButton* button : std::as_const(m_buttons))
        button->setWidth(width);
}

} // namespace assay
