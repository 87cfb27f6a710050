// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/emptystate.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace assay {

namespace {

constexpr int kRing = 64;

/// The icon in a ring.
class RingedIcon : public QWidget
{
public:
    RingedIcon(QString icon, QWidget* parent)
        : QWidget(parent)
        , m_icon(std::move(icon))
    {
        setFixedSize(kRing, kRing);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour(Token::LineStrong), 2));
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        paintIcon(&painter, rect(), m_icon, Token::Text2, 28);
    }

private:
    QString m_icon;
};

} // namespace

EmptyState::EmptyState(const QString& icon, QWidget* parent)
    : QWidget(parent)
    , m_sentence(new TextLabel(TextStyle::Welcome, Token::Text, this))
    , m_whatNext(new TextLabel(TextStyle::Lead, Token::Text2, this))
    , m_actions(new QHBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(new RingedIcon(icon, this), 0, Qt::AlignHCenter);
    column->addSpacing(24);
    for (TextLabel* label : {m_sentence, m_whatNext}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
        column->addWidget(label);
        column->addSpacing(2);
    }
    column->addSpacing(22);
    m_actions->setSpacing(8);
    m_actions->addStretch();
    m_actions->addStretch();
    column->addLayout(m_actions);
    column->addStretch();
}

void EmptyState::setWords(const QString& sentence, const QString& whatNext)
{
    m_sentence->setText(sentence);
    m_whatNext->setText(whatNext);
    setAccessibleName(sentence);
    setAccessibleDescription(whatNext);
}

QPushButton* EmptyState::addPrimaryAction(const QString& text, const QString& icon)
{
    QPushButton* button = makeButton(text, ButtonKind::Primary, icon, this);
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

QPushButton* EmptyState::addAction(const QString& text, const QString& icon)
{
    QPushButton* button = makeButton(text, ButtonKind::Secondary, icon, this);
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

} // namespace assay
