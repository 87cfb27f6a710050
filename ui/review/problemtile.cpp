// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/problemtile.h"

#include "ui/common/buttons.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/textlabel.h"
#include "ui/common/tooltip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace assay {

/// The dashed square with the icon of the reason.
class TileIcon : public QWidget
{
public:
    explicit TileIcon(QWidget* parent)
        : QWidget(parent)
    {
        setFixedSize(162, 162);
    }

    void setIcon(const QString& name, Token token)
    {
        m_name = name;
        m_token = token;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen dashed(colour(Token::LineStrong), 1);
        dashed.setDashPattern({4, 3});
        painter.setPen(dashed);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        paintIcon(&painter, rect(), m_name, m_token, 48);
    }

private:
    QString m_name = QStringLiteral("broken");
    Token m_token = Token::Bad;
};

namespace {

constexpr int kTextWidth = 500;

QString titleOf(const ProblemTile::Subject& subject)
{
    switch (subject.error.kind) {
    case ErrorKind::NotFound:
        return ProblemTile::tr("This picture is not at its place");
    case ErrorKind::TooLarge:
        return ProblemTile::tr("This picture is too large to show");
    case ErrorKind::Unsupported:
        return ProblemTile::tr("This is no picture that can be read");
    case ErrorKind::NoPermission:
        return ProblemTile::tr("This picture may not be read");
    case ErrorKind::Damaged:
        return subject.hasPart ? ProblemTile::tr("This picture ends too early")
                               : ProblemTile::tr("This picture is damaged");
    default:
        return ProblemTile::tr("This picture could not be read");
    }
}

QString sizes(const ProblemTile::Subject& subject)
{
    if (subject.bytes > 0 && subject.size.isValid())
        return ProblemTile::tr("%1 stops after %2; its header says %3 pixels.")
            .arg(subject.fileName, formatBytes(subject.bytes), formatPixels(subject.size));
    return ProblemTile::tr("%1 is cut short or broken.").arg(subject.fileName);
}

QString reasonOf(const ProblemTile::Subject& subject)
{
    const QString unchanged = ProblemTile::tr("The file was not changed.");
    switch (subject.error.kind) {
    case ErrorKind::NotFound:
        return ProblemTile::tr(
                   "%1 was moved, renamed or deleted, or its disk is not connected. When it is back, it "
                   "is shown again.")
            .arg(subject.fileName);
    case ErrorKind::TooLarge:
        if (subject.size.isValid())
            return ProblemTile::tr("%1 has %2 pixels, more than can be shown safely. %3")
                .arg(subject.fileName, formatPixels(subject.size), unchanged);
        return ProblemTile::tr("%1 is larger than can be shown safely. %2").arg(subject.fileName, unchanged);
    case ErrorKind::Unsupported:
        return ProblemTile::tr("What is in %1 is not a PNG, JPEG or WebP picture. %2")
            .arg(subject.fileName, unchanged);
    case ErrorKind::NoPermission:
        return ProblemTile::tr("This account may not read %1.").arg(subject.fileName);
    case ErrorKind::Damaged:
        return sizes(subject) % u' ' % unchanged;
    default:
        return ProblemTile::tr(
                   "Reading %1 failed. Check the disk or the network connection, then read it again.")
            .arg(subject.fileName);
    }
}

} // namespace

ProblemTile::ProblemTile(QWidget* parent)
    : QWidget(parent)
    , m_icon(new TileIcon(this))
    , m_title(new TextLabel(TextStyle::Title, Token::Text, this))
    , m_reason(new TextLabel(TextStyle::Body, Token::Text2, this))
    , m_hint(new TextLabel(tr("It can still be judged, for example rejected."), TextStyle::Second,
                           Token::Text3, this))
    , m_showPart(makeButton(tr("Show the part"), ButtonKind::Secondary, QStringLiteral("image"), this))
    , m_readAgain(makeButton(tr("Read again"), ButtonKind::Secondary, QStringLiteral("refresh"), this))
    , m_showInFolder(makeButton(tr("Show in folder"), ButtonKind::Secondary, QStringLiteral("folder"), this))
{
    setObjectName(QStringLiteral("problemTile"));
    m_title->setObjectName(QStringLiteral("problemTitle"));
    m_showPart->setObjectName(QStringLiteral("showPart"));
    m_readAgain->setObjectName(QStringLiteral("readAgain"));
    m_showInFolder->setObjectName(QStringLiteral("showInFolder"));
    connect(m_showPart, &QPushButton::clicked, this, &ProblemTile::showPartRequested);
    connect(m_readAgain, &QPushButton::clicked, this, &ProblemTile::readAgainRequested);
    connect(m_showInFolder, &QPushButton::clicked, this, &ProblemTile::showInFolderRequested);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(12);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addSpacing(12);
    m_reason->setWordWrap(true);
    m_reason->setFixedWidth(kTextWidth);
    m_reason->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->addWidget(m_reason, 0, Qt::AlignHCenter);
    column->addSpacing(12);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    for (QPushButton* button : {m_showPart, m_readAgain, m_showInFolder})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addSpacing(12);
    column->addWidget(m_hint, 0, Qt::AlignHCenter);
    column->addStretch();
}

void ProblemTile::setSubject(const Subject& subject)
{
    const bool isMissing = subject.error.kind == ErrorKind::NotFound;
    m_icon->setIcon(isMissing ? QStringLiteral("folder") : QStringLiteral("broken"),
                    isMissing ? Token::Warn : Token::Bad);
    m_title->setText(titleOf(subject));
    m_reason->setText(reasonOf(subject));
    m_reason->setFixedHeight(m_reason->heightForWidth(kTextWidth));
    m_reason->setToolTip(plainToolTip(subject.error.detail));
    m_showPart->setVisible(subject.hasPart);
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_reason->text());
    updateGeometry();
}

QString ProblemTile::title() const
{
    return m_title->text();
}

void ProblemTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Token::Canvas));
}

} // namespace assay
