// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/banner.h"

#include "ui/common/icons.h"
#include "ui/common/textlabel.h"
#include "ui/common/tooltip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace assay {

namespace {

constexpr int kEdge = 3;
constexpr int kIconSide = 20;
constexpr int kIconLeft = 15;
constexpr int kTextLeft = 46;

struct BannerLook
{
    Token fill;
    Token edge;
    QString icon;
};

BannerLook look(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Problem:
        return {Token::BadSoft, Token::Bad, QStringLiteral("warning")};
    case Banner::Kind::Warning:
        return {Token::WarnSoft, Token::Warn, QStringLiteral("clock")};
    case Banner::Kind::Note:
        break;
    }
    return {Token::Selection, Token::Accent, QStringLiteral("info")};
}

} // namespace

Banner::Banner(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new TextLabel(TextStyle::Body, Token::Text, this))
    , m_whatToDo(new TextLabel(TextStyle::Second, Token::Text2, this))
    , m_row(new QHBoxLayout(this))
{
    m_sentence->setObjectName(QStringLiteral("bannerSentence"));
    m_whatToDo->setObjectName(QStringLiteral("bannerWhatToDo"));
    m_sentence->setElideMode(Qt::ElideMiddle); // what is wrong stands behind a path that may be long
    m_whatToDo->setElideMode(Qt::ElideRight);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_sentence);
    words->addWidget(m_whatToDo);
    m_row->setContentsMargins(kTextLeft, 6, 12, 6);
    m_row->setSpacing(8);
    m_row->addLayout(words, 1);
    setMinimumHeight(40);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

QString Banner::whatToDo() const
{
    return m_whatToDo->text();
}

void Banner::showMessage(Kind kind, const QString& sentence, const QString& whatToDo)
{
    m_kind = kind;
    m_sentence->setText(sentence);
    m_sentence->setToolTip(plainToolTip(sentence));
    m_sentence->setTextStyle(whatToDo.isEmpty() ? TextStyle::Body : TextStyle::BodySemibold);
    m_whatToDo->setText(whatToDo);
    m_whatToDo->setToolTip(plainToolTip(whatToDo));
    m_whatToDo->setVisible(!whatToDo.isEmpty());
    setAccessibleName(sentence);
    setAccessibleDescription(whatToDo);
    for (QPushButton* button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater(); // it may be the one whose click led here
    }
    m_buttons.clear();
    show();
    update();
}

QPushButton* Banner::addButton(const QString& text, ButtonKind kind, const QString& icon)
{
    QPushButton* button = makeButton(text, kind, icon, this);
    m_row->addWidget(button);
    m_buttons << button;
    return button;
}

void Banner::paintEvent(QPaintEvent*)
{
    const BannerLook shown = look(m_kind);
    QPainter painter(this);
    painter.fillRect(rect(), colour(shown.fill));
    // A banner of two lines is a strip across its page, one of one line stands among other things.
    if (m_whatToDo->isHidden())
        painter.fillRect(0, 0, kEdge, height(), colour(shown.edge));
    else
        painter.fillRect(0, height() - 1, width(), 1, colour(shown.edge));
    paintIcon(&painter, QRect(kIconLeft, 0, kIconSide, height()), shown.icon, shown.edge, kIconSide);
}

} // namespace assay
