// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/statusbar.h"

#include "ui/common/keybadge.h"
#include "ui/common/type.h"

#include <QAbstractButton>
#include <QAction>
#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr int kHeight = 28;
constexpr int kMargin = 12;
constexpr int kSpacing = 12;
constexpr int kSeparatorHeight = 12;
constexpr int kKeyGap = 6;

/// The key first, then the word.
class KeysButton : public QAbstractButton
{
public:
    KeysButton(QAction* action, QWidget* parent)
        : QAbstractButton(parent)
        , m_key(keyText(action->shortcut()))
    {
        setObjectName(QStringLiteral("keysButton"));
        setFocusPolicy(Qt::TabFocus);
        setText(action->iconText());
        setAccessibleName(action->iconText());
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, this, [this, action] {
            m_key = keyText(action->shortcut());
            updateGeometry();
            update();
        });
    }

    QSize sizeHint() const override
    {
        const qreal words = QFontMetricsF(assay::font(TextStyle::Second)).horizontalAdvance(text());
        return {keyBadgeSize(m_key).width() + kKeyGap + int(std::ceil(words)), 20};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintKeyBadge(&painter, rect(), m_key, BadgeState::Enabled);
        painter.setFont(assay::font(TextStyle::Second));
        painter.setPen(colour(underMouse() ? Token::Text : Token::Text2));
        const int left = keyBadgeSize(m_key).width() + kKeyGap;
        painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    }

    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

private:
    QString m_key;
};

} // namespace

StatusBar::StatusBar(QAction* keysAction, QWidget* parent)
    : Surface(Token::Chrome, parent)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("statusBar"));
    setLines(Qt::TopEdge);
    setFixedHeight(kHeight);
    m_row->setContentsMargins(kMargin, 1, kMargin, 0);
    m_row->setSpacing(16);
    m_row->addStretch(1);
    m_row->addWidget(new KeysButton(keysAction, this));
}

void StatusBar::addItems(const QString& pageId, const StatusItems& items)
{
    QWidget* left = makeGroup(items.left);
    QWidget* right = makeGroup(items.right);
    m_row->insertWidget(0, left);
    m_row->insertWidget(m_row->count() - m_everywhere, right);
    m_groups.insert(pageId, {left, right});
}

void StatusBar::addEverywhere(QWidget* item)
{
    m_row->insertWidget(m_row->count() - m_everywhere, item);
    ++m_everywhere;
}

void StatusBar::showItemsOf(const QString& pageId)
{
    for (auto it = m_groups.cbegin(); it != m_groups.cend(); ++it) {
        for (QWidget* group : it.value())
            group->setVisible(it.key() == pageId);
    }
}

QWidget* StatusBar::makeGroup(const QList<QWidget*>& items)
{
    auto* group = new QWidget(this);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpacing);
    for (QWidget* item : items) {
        if (item) {
            row->addWidget(item);
            continue;
        }
        QWidget* separator = makeLine(Qt::Vertical, group);
        separator->setFixedHeight(kSeparatorHeight);
        row->addWidget(separator);
    }
    group->hide();
    return group;
}

} // namespace assay
