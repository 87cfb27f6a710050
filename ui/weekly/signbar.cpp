// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/signbar.h"

#include "app/report/figures.h"
#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/keybadge.h"
#include "ui/common/marklabel.h"
#include "ui/common/textlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace assay {

namespace {

constexpr int kHeight = 64;
constexpr int kProgressWidth = 96;
constexpr int kSignHeight = 36;
constexpr int kMostOwner = 24; ///< letters of a name on the button

QString ownerText(const QString& owner)
{
    const QString name = plainLine(owner);
    return name.size() <= kMostOwner ? name : name.left(kMostOwner - 1) + QStringLiteral("…");
}

/// Says its key, which goes where the focus wants and is no shortcut.
class NextButton : public QPushButton
{
public:
    NextButton(const QString& text, QWidget* parent)
        : QPushButton(text, parent)
        , m_key(QKeySequence(Qt::Key_Tab).toString(QKeySequence::NativeText))
    {
        setButtonKind(this, ButtonKind::Secondary);
        setIcon(themedIcon(QStringLiteral("down"), Token::Text));
        setIconSize(QSize(16, 16));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return QPushButton::sizeHint() + QSize(badgeWidth(), 0); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QStylePainter painter(this);
        QStyleOptionButton label;
        initStyleOption(&label);
        QStyleOptionButton box = label;
        box.text.clear();
        box.icon = {};
        painter.drawControl(QStyle::CE_PushButton, box);
        label.features |= QStyleOptionButton::Flat;
        label.state &= ~(QStyle::State_MouseOver | QStyle::State_Sunken);
        label.rect.adjust(0, 0, -badgeWidth(), 0);
        painter.drawControl(QStyle::CE_PushButton, label);
        paintKeyBadge(&painter, QRect(label.rect.right() - 2, 0, badgeWidth(), height()), m_key,
                      isEnabled() ? BadgeState::Recessed : BadgeState::Disabled);
    }

private:
    int badgeWidth() const { return keyBadgeSize(m_key).width() + 8; }

    QString m_key;
};

} // namespace

SignBar::SignBar(QWidget* parent)
    : Surface(Token::Panel, parent)
    , m_progress(new QProgressBar(this))
    , m_count(new TextLabel(TextStyle::BodySemibold, Token::Text, this))
    , m_state(new MarkLabel(MarkLabel::Look::Plain, this))
    , m_words(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_next(new NextButton(tr("Next open"), this))
    , m_sign(makeButton({}, ButtonKind::Primary, QStringLiteral("sign"), this))
{
    setObjectName(QStringLiteral("signBar"));
    setLines(Qt::TopEdge);
    setFixedHeight(kHeight);
    m_progress->setObjectName(QStringLiteral("decidedProgress"));
    m_progress->setAccessibleName(tr("Decided"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(kProgressWidth, 4);
    m_count->setObjectName(QStringLiteral("decidedCount"));
    m_words->setObjectName(QStringLiteral("signWords"));
    m_words->setWordWrap(true);
    m_state->setTextStyle(TextStyle::BodySemibold);
    m_state->setTextToken(Token::Text);
    m_next->setObjectName(QStringLiteral("nextOpen"));
    m_sign->setObjectName(QStringLiteral("signWeek"));
    m_sign->setMinimumHeight(kSignHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(24, 1, 24, 0);
    row->setSpacing(12);
    for (QWidget* part :
         {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_state)})
        row->addWidget(part);
    row->addWidget(m_words, 1);
    row->addWidget(m_next);
    row->addWidget(m_sign);
    connect(m_next, &QPushButton::clicked, this, &SignBar::nextOpenWanted);
    connect(m_sign, &QPushButton::clicked, this, &SignBar::signWanted);
    setContent({});
}

void SignBar::setContent(const SignContent& content)
{
    using enum SignContent::State;
    m_content = content;
    const bool isToSign = content.state == ToSign || content.state == Signing;
    m_progress->setVisible(isToSign && content.all > 0);
    m_progress->setRange(0, std::max(1, content.all));
    m_progress->setValue(content.decided);
    m_count->setVisible(isToSign);
    m_count->setText(content.all == 0 ? tr("Nothing to decide")
                                      : tr("%1 of %2 decided").arg(content.decided).arg(content.all));
    m_state->setVisible(!isToSign);
    m_state->setState(content.state == Signed ? Mark::Resolved : Mark::Open,
                      content.state == Signed ? tr("Signed") : tr("Not to be signed yet"));
    m_words->setText(isToSign ? wordsToSign() : content.words);
    m_next->setVisible(isToSign && content.all > 0);
    m_next->setEnabled(content.decided < content.all);
    m_sign->setVisible(isToSign);
    m_sign->setEnabled(canSign());
    const QString words = content.owner.isEmpty()
                              ? tr("Sign %1").arg(content.week)
                              : tr("Sign %1 as %2").arg(content.week, ownerText(content.owner));
    m_sign->setText(QString(words).replace(u'&', QStringLiteral("&&"))); // a name's is no shortcut
    m_sign->setAccessibleName(words);
}

bool SignBar::canSign() const
{
    return m_content.state == SignContent::State::ToSign && m_content.decided == m_content.all &&
           !m_content.owner.isEmpty();
}

void SignBar::focusSign()
{
    m_sign->setFocus(Qt::TabFocusReason);
}

void SignBar::setSmall(bool isSmall)
{
    layout()->setContentsMargins(isSmall ? 16 : 24, 1, isSmall ? 16 : 24, 0);
}

QString SignBar::wordsToSign() const
{
    if (m_content.state == SignContent::State::Signing)
        return tr("Signing.");
    if (m_content.owner.isEmpty())
        return tr("Say who signs first: Edit > Reviewer’s name.");
    return m_content.all == 0
               ? tr("The week can be signed as it is.")
               : tr("Signing keeps these decisions as they are; later notes are added, never changed.");
}

} // namespace assay
