using System.Numerics;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// The term, or that there is none, of stretches of up to sixteen ASCII characters, which nearly all words are: packed into a number, a stretch is
/// found without leaving the table for its characters, and its term beside it.
/// </summary>
internal sealed class ShortStretches
{
    private const int FirstSize = 1024;

    // Odd and unknown outside: nobody can write a text whose words all fall into one place.
    private readonly ulong _ofLower = (ulong)Random.Shared.NextInt64() | 1;
    private readonly ulong _ofUpper = (ulong)Random.Shared.NextInt64() | 1;
    private Slot[] _slots = new Slot[FirstSize];
    private int _shift = ShiftFor(FirstSize);

    public int Count { get; private set; }

    /// <param name="packed">The stretch, as <see cref="PackedWord.OfLonger"/> packs it; not 0.</param>
    /// <param name="term">Its term, or <see cref="KeptTerm.None"/>.</param>
    public bool TryFind(UInt128 packed, out KeptTerm term)
    {
        ref var slot = ref _slots[PlaceOf(packed)];
        term = new KeptTerm(slot.Offset, slot.Length, slot.Term);
        return !slot.IsEmpty;
    }

    /// <summary>Keeps the term of a stretch, <see cref="KeptTerm.None"/> for none.</summary>
    public void Add(UInt128 packed, KeptTerm term)
    {
        // At most two thirds full, a place is found at the second look on average; a larger table would not stay in the processor's cache.
        if (++Count * 3 > _slots.Length * 2)
        {
            Grow();
        }

        // Sixteen characters need no more than a byte to say where in them it stands.
        _slots[PlaceOf(packed)] = new Slot { Lower = (ulong)packed, Upper = (ulong)(packed >> 64), Term = term.Id, Offset = (byte)term.Offset, Length = (byte)term.Length };
    }

    public void Clear()
    {
        _slots = new Slot[FirstSize];
        _shift = ShiftFor(FirstSize);
        Count = 0;
    }

    /// <summary>Where the stretch is, or would be.</summary>
    private int PlaceOf(UInt128 packed)
    {
        var (slots, lower, upper) = (_slots, (ulong)packed, (ulong)(packed >> 64));
        // The highest bits of a product depend on all of its factor's: "supports" is not where "supported" is.
        var place = (int)(((lower * _ofLower) + (upper * _ofUpper)) >> _shift);
        while (!slots[place].IsEmpty && (slots[place].Lower != lower || slots[place].Upper != upper))
        {
            place = (place + 1) & (slots.Length - 1);
        }

        return place;
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new Slot[slots.Length * 2];
        _shift = ShiftFor(_slots.Length);
        foreach (var slot in slots)
        {
            if (!slot.IsEmpty)
            {
                _slots[PlaceOf(new UInt128(slot.Upper, slot.Lower))] = slot;
            }
        }
    }

    private static int ShiftFor(int size) => 64 - BitOperations.Log2((uint)size);

    private struct Slot
    {
        public ulong Lower;
        public ulong Upper;
        public int Term;
        public byte Offset;
        public byte Length;

        // No character is NUL.
        public readonly bool IsEmpty => Lower == 0;
    }
}
