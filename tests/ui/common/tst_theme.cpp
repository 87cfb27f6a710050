// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/marks.h"
#include "ui/common/stylesheet.h"
#include "ui/common/theme.h"
#include "ui/common/type.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPixmap>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;

namespace {

/// Whether the picture has pixels, and each visible one is of that colour (edges only blend with
/// transparency).
bool hasOnlyColour(const QPixmap& pixmap, const QColor& colour)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    int visible = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 128)
                continue;
            ++visible;
            if (qAbs(pixel.red() - colour.red()) > 3 || qAbs(pixel.green() - colour.green()) > 3 ||
                qAbs(pixel.blue() - colour.blue()) > 3)
                return false;
        }
    }
    return visible > 0;
}

bool hasColour(const QPixmap& pixmap, const QColor& colour)
{
    const QImage image = pixmap.toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void textOnSurface_isReadable_data();
    void textOnSurface_isReadable();
    void controlEdges_standOutFromTheirSurface();
    void surfaces_areNeutralGrey();
    void constraintNumberEight_hasTheFirstColour();
    void styleSheet_hasNoPlaceholderLeft();
    void everyIcon_isDrawnInTheWantedColour();
    void icon_atRatioTwo_hasTwiceThePixels();
    void themedIcon_followsTheAppearance();
    void everyMark_hasWordAndItsColour();
    void unknownIcon_isNull();
    void digits_haveEqualWidth_data();
    void digits_haveEqualWidth();
    void appearance_isRememberedAndRepaints();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
};

void TestTheme::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings =
        std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_appearance = std::make_unique<Appearance>(m_settings.get());
    m_appearance->setMode(Appearance::Mode::Dark);
}

void TestTheme::cleanup()
{
    m_appearance.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestTheme::textOnSurface_isReadable_data()
{
    QTest::addColumn<Token>("text");
    QTest::addColumn<Token>("surface");
    const Token greys[] = {Token::Chrome, Token::Window, Token::Panel,
                           Token::Raised, Token::Hover,  Token::Field};
    for (const Token text : {Token::Text, Token::Text2, Token::Text3}) {
        for (const Token surface : greys)
            QTest::addRow("%s on %s", Theme::name(text).data(), Theme::name(surface).data())
                << text << surface;
    }
    for (const Token text : {Token::Accent, Token::Good, Token::Warn, Token::Bad, Token::Unsure}) {
        for (const Token surface : {Token::Chrome, Token::Window, Token::Panel})
            QTest::addRow("%s on %s", Theme::name(text).data(), Theme::name(surface).data())
                << text << surface;
    }
    QTest::newRow("on accent") << Token::OnAccent << Token::AccentFill;
    QTest::newRow("on selection") << Token::Text << Token::Selection;
    QTest::newRow("text2 on selection") << Token::Text2 << Token::Selection;
    QTest::newRow("good chip") << Token::Good << Token::GoodSoft;
    QTest::newRow("warn chip") << Token::Warn << Token::WarnSoft;
    QTest::newRow("bad chip") << Token::Bad << Token::BadSoft;
    QTest::newRow("unsure chip") << Token::Unsure << Token::UnsureSoft;
    QTest::newRow("text on bad banner") << Token::Text << Token::BadSoft;
    QTest::newRow("text2 on bad banner") << Token::Text2 << Token::BadSoft;
    for (int i = 0; i < 7; ++i) {
        const Token colour = Token(int(Token::C1) + i);
        QTest::addRow("c%d on panel", i + 1) << colour << Token::Panel;
        QTest::addRow("on mark on c%d", i + 1) << Token::OnMark << colour;
    }
}

void TestTheme::textOnSurface_isReadable()
{
    QFETCH(Token, text);
    QFETCH(Token, surface);
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        const double ratio = contrastRatio(Theme::of(scheme).colour(text), Theme::of(scheme).colour(surface));
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }
}

void TestTheme::controlEdges_standOutFromTheirSurface()
{
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        const Theme& theme = Theme::of(scheme);
        for (const Token surface : {Token::Window, Token::Panel, Token::Field}) {
            QVERIFY(contrastRatio(theme.colour(Token::LineStrong), theme.colour(surface)) >= 3.0);
            QVERIFY(contrastRatio(theme.colour(Token::Accent), theme.colour(surface)) >= 3.0);
        }
    }
}

void TestTheme::surfaces_areNeutralGrey()
{
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        for (int i = 0; i <= int(Token::Disabled); ++i) {
            const QColor colour = Theme::of(scheme).colour(Token(i));
            QCOMPARE(colour.red(), colour.green());
            QCOMPARE(colour.green(), colour.blue());
        }
    }
}

void TestTheme::constraintNumberEight_hasTheFirstColour()
{
    const Theme& theme = Theme::of(Scheme::Light);
    QCOMPARE(theme.constraint(8), theme.constraint(1));
    QCOMPARE(theme.constraint(1), QColor(0x0A, 0x70, 0x85));
    QVERIFY(theme.constraint(7) != theme.constraint(1));
}

void TestTheme::styleSheet_hasNoPlaceholderLeft()
{
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        const QString sheet = styleSheet(Theme::of(scheme));
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(sheet.contains(Theme::of(scheme).colour(Token::LineStrong).name()));
    }
}

void TestTheme::everyIcon_isDrawnInTheWantedColour()
{
    const QStringList names = iconNames();
    QCOMPARE(names.size(), 53);
    const QColor colour(200, 40, 90);
    for (const QString& name : names) {
        for (const int side : {16, 20})
            QVERIFY2(hasOnlyColour(iconPixmap(name, side, colour, 2.0), colour), qPrintable(name));
    }
}

void TestTheme::icon_atRatioTwo_hasTwiceThePixels()
{
    const QPixmap pixmap = iconPixmap(QStringLiteral("review"), 20, Qt::red, 2.0);
    QCOMPARE(pixmap.size(), QSize(40, 40));
    QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(20, 20));
}

void TestTheme::themedIcon_followsTheAppearance()
{
    const QIcon icon = themedIcon(QStringLiteral("trends"));
    QVERIFY(hasOnlyColour(icon.pixmap(QSize(20, 20), 2.0), Theme::of(Scheme::Dark).colour(Token::Text2)));
    QVERIFY(hasOnlyColour(icon.pixmap(QSize(20, 20), 2.0, QIcon::Disabled),
                          Theme::of(Scheme::Dark).colour(Token::Disabled)));
    QVERIFY(hasOnlyColour(icon.pixmap(QSize(20, 20), 2.0, QIcon::Normal, QIcon::On),
                          Theme::of(Scheme::Dark).colour(Token::Text)));
    m_appearance->setMode(Appearance::Mode::Light);
    QVERIFY(hasOnlyColour(icon.pixmap(QSize(20, 20), 2.0), Theme::of(Scheme::Light).colour(Token::Text2)));
}

void TestTheme::everyMark_hasWordAndItsColour()
{
    QStringList words;
    for (int i = 0; i < kMarkCount; ++i) {
        const Mark mark = Mark(i);
        const QString word = markWord(mark);
        QVERIFY(!word.isEmpty());
        QVERIFY2(!words.contains(word), qPrintable(word));
        words << word;
        QVERIFY2(hasColour(markPixmap(mark, 32, 2.0), colour(markToken(mark))), qPrintable(word));
    }
}

void TestTheme::unknownIcon_isNull()
{
    QVERIFY(iconPixmap(QStringLiteral("no such icon"), 20, Qt::red, 1.0).isNull());
}

void TestTheme::digits_haveEqualWidth_data()
{
    QTest::addColumn<int>("style");
    for (int style = int(TextStyle::Welcome); style <= int(TextStyle::LabelSemibold); ++style)
        QTest::addRow("style %d", style) << style;
}

void TestTheme::digits_haveEqualWidth()
{
    QFETCH(int, style);
    const QFont face = font(TextStyle(style));
    QCOMPARE(QFontInfo(face).family(), QStringLiteral("Assay Sans"));
    const QFontMetricsF metrics(face);
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(QChar(u'0')));
}

void TestTheme::appearance_isRememberedAndRepaints()
{
    m_appearance->setMode(Appearance::Mode::Light);
    QCOMPARE(Theme::current().scheme(), Scheme::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::of(Scheme::Light).colour(Token::Window));
    m_appearance.reset();

    m_settings->sync();
    QSettings again(m_settings->fileName(), QSettings::IniFormat);
    const Appearance next(&again);
    QCOMPARE(next.mode(), Appearance::Mode::Light);
    QCOMPARE(Theme::current().scheme(), Scheme::Light);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
