namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// The term, or that there is none, of stretches of up to eight ASCII characters, which most words are: packed into a number, a stretch is found
/// without leaving the table for its characters, and its term beside it.
/// </summary>
internal sealed class ShortStretches
{
    private const int Longest = sizeof(ulong);
    private const int FirstSize = 1024;

    // Odd and unknown outside: nobody can write a text whose words all fall into one place.
    private readonly ulong _multiplier = (ulong)Random.Shared.NextInt64() | 1;
    private Slot[] _slots = new Slot[FirstSize];

    public int Count { get; private set; }

    /// <summary>Whether a stretch is short enough.</summary>
    public static bool Fits(int length) => length is > 0 and <= Longest;

    /// <summary>The packed stretch with another ASCII character behind it.</summary>
    public static ulong Pack(ulong packed, char c) => (packed << 8) | c;

    /// <summary>The stretch as a number other than 0; 0 for one that is empty, longer, or not ASCII.</summary>
    public static ulong Pack(ReadOnlySpan<char> stretch)
    {
        if (stretch.Length > Longest)
        {
            return 0;
        }

        var packed = 0ul;
        foreach (var c in stretch)
        {
            if (c is '\0' or > '\u007F')
            {
                return 0;
            }

            packed = Pack(packed, c);
        }

        return packed;
    }

    /// <param name="packed">The packed stretch.</param>
    /// <param name="terms">Its term, or nothing.</param>
    public bool TryFind(ulong packed, out ReadOnlySpan<KeptTerm> terms)
    {
        ref var slot = ref _slots[PlaceOf(packed)];
        terms = TermsOf(ref slot);
        return slot.Packed == packed;
    }

    /// <summary>Keeps the term of a stretch, <see cref="KeptTerm.None"/> for none; gives what <see cref="TryFind"/> will.</summary>
    public ReadOnlySpan<KeptTerm> Add(ulong packed, KeptTerm term)
    {
        // At most two thirds full, a place is found at the second look on average; a larger table would not stay in the processor's cache.
        if (++Count * 3 > _slots.Length * 2)
        {
            Grow();
        }

        ref var slot = ref _slots[PlaceOf(packed)];
        slot = new Slot { Packed = packed, Term = term };
        return TermsOf(ref slot);
    }

    public void Clear()
    {
        _slots = new Slot[FirstSize];
        Count = 0;
    }

    /// <summary>Where the stretch is, or would be.</summary>
    private int PlaceOf(ulong packed)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var place = (int)((packed * _multiplier) >> 32) & mask;
        while (slots[place].Packed != 0 && slots[place].Packed != packed)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new Slot[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot.Packed != 0)
            {
                _slots[PlaceOf(slot.Packed)] = slot;
            }
        }
    }

    private static ReadOnlySpan<KeptTerm> TermsOf(ref Slot slot) => new ReadOnlySpan<KeptTerm>(ref slot.Term)[..(slot.Term.Id < 0 ? 0 : 1)];

    private struct Slot
    {
        public ulong Packed;
        public KeptTerm Term;
    }
}

/// <summary>A term of a kept stretch.</summary>
/// <param name="Offset">Where in the stretch it starts.</param>
/// <param name="Id">Its number among all that are kept.</param>
internal readonly record struct KeptTerm(int Offset, int Id)
{
    public static KeptTerm None => new(0, -1);
}
