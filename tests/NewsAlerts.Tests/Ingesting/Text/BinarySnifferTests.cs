using System.Text;
using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting.Text;

public class BinarySnifferTests
{
    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj", "a PDF document", false)]
    [InlineData("%PDF-1.7\ntrailer << /Encrypt 5 0 R >>", "an encrypted PDF document", true)]
    [InlineData("PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000word/document.xml", "a Word document", false)]
    [InlineData("PK\u0003\u0004\u0014\u0000\u0001\u0000\u0008\u0000letter.txt", "an encrypted ZIP archive", true)]
    [InlineData("PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000letter.txt", "a ZIP archive", false)]
    [InlineData("\u0089PNG\r\n\u001A\n", "a PNG image", false)]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "a JPEG image", false)]
    [InlineData("GIF89a", "a GIF image", false)]
    [InlineData("\u001F\u008B\u0008", "a gzip archive", false)]
    [InlineData("-----BEGIN PGP MESSAGE-----\n\nhQEM", "a PGP-encrypted message", true)]
    [InlineData("From: a@example.org\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB", "an S/MIME-encrypted message", true)]
    [InlineData("From: a@example.org\r\nContent-Type: multipart/encrypted;\r\n protocol=x\r\n\r\n--b", "a PGP-encrypted message", true)]
    public void A_known_format_is_named(string latin1, string name, bool encrypted) =>
        Assert.Equal(new BinaryKind(name, encrypted), BinarySniffer.Sniff(Encoding.Latin1.GetBytes(latin1)));

    [Theory]
    [InlineData("The river rose on Friday.")]
    [InlineData("BM shares fell. MZ too.")]
    [InlineData("A file that starts with %PDF- is a PDF.")]
    [InlineData("From: a@example.org\nContent-Type: text/plain\n\n-- \napplication/pkcs7-mime")]
    [InlineData("")]
    public void Text_is_not(string text) => Assert.Null(BinarySniffer.Sniff(Encoding.UTF8.GetBytes(text)));
}
